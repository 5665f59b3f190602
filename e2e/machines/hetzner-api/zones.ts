import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { invalidInput, notFound, uniquenessError } from './api-error';
import { page } from './listing';
import { labelsShape } from './naming-rules';
import { bodyOf, type Call, type Route } from './route';
import type { RecordSet, State, Zone } from './state';

const recordsShape = z.array(z.strictObject({ value: z.string().min(1), comment: z.string().optional() })).min(1);
const ttlShape = z.int().min(60).max(2_147_483_647).nullable();
const createShape = z.strictObject({
  name: z.string().regex(/^(@|[a-z0-9_*-]+(\.[a-z0-9_-]+)*)$/, 'must be relative to the zone, in lower case'),
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT', 'SRV', 'MX', 'CAA', 'NS']),
  ttl: ttlShape.default(null),
  labels: labelsShape,
  records: recordsShape,
});

const key = ({ name, type }: Pick<RecordSet, 'name' | 'type'>) => `${name}/${type}`;

function zoneOf(state: State, idOrName: string): Zone {
  const zone = [...state.zones.values()].find(({ id, name }) => name === idOrName || String(id) === idOrName);
  if (zone === undefined) throw notFound('zone', idOrName);
  return zone;
}

function recordSetOf({ state, names }: Call): { readonly zone: Zone; readonly set: RecordSet } {
  const { zone: idOrName = '', name = '', type = '' } = names;
  const zone = zoneOf(state, idOrName);
  const set = zone.records.get(key({ name: decodeURIComponent(name), type }));
  if (set === undefined) throw notFound('rrset', `${name}/${type}`);
  return { zone, set };
}

function recordSetReply(zone: Zone, set: RecordSet) {
  const { name, type, ttl, labels, records, protectedFromChange } = set;
  const protection = { change: protectedFromChange };
  return { id: key(set), name, type, ttl, labels, records, protection, zone: zone.id };
}

function requireValues(type: string, records: RecordSet['records']): void {
  const valid = (value: string) => (type === 'A' ? isIPv4(value) : type !== 'AAAA' || isIPv6(value));
  const wrong = records.find(({ value }) => !valid(value));
  if (wrong !== undefined) throw invalidInput('records', `not a value of a record of type ${type}: ${wrong.value}`);
}

function create(call: Call) {
  const zone = zoneOf(call.state, call.names.zone ?? '');
  const { labels = {}, ...body } = bodyOf(call, createShape);
  requireValues(body.type, body.records);
  const set: RecordSet = { ...body, labels, protectedFromChange: false };
  if (zone.records.has(key(set))) throw uniquenessError('rrset', 'name');
  zone.records.set(key(set), set);
  const action = call.actions.start('create_rrset', { type: 'zone', id: zone.id });
  return { rrset: recordSetReply(zone, set), action };
}

const path = '/zones/:zone/rrsets/:name/:type';

function action<Body>(name: string, shape: z.ZodType<Body>, change: (set: RecordSet, body: Body) => void): Route {
  return {
    method: 'POST',
    path: `${path}/actions/${name}`,
    handle: (call) => {
      const { zone, set } = recordSetOf(call);
      change(set, bodyOf(call, shape));
      return { action: call.actions.start(name, { type: 'zone', id: zone.id }) };
    },
  };
}

/** Zones come with the project; records in them are made and changed. */
export const zoneRoutes: readonly Route[] = [
  { method: 'POST', path: '/zones/:zone/rrsets', handle: create },
  {
    method: 'GET',
    path: '/zones/:zone/rrsets',
    handle: ({ state, names, query }) => {
      const zone = zoneOf(state, names.zone ?? '');
      const asked = (parameter: string, value: string) =>
        !query.has(parameter) || query.getAll(parameter).includes(value);
      const found = [...zone.records.values()].filter((set) => asked('name', set.name) && asked('type', set.type));
      return page(
        'rrsets',
        found.map((set) => recordSetReply(zone, set)),
        query,
      );
    },
  },
  {
    method: 'GET',
    path,
    handle: (call) => {
      const { zone, set } = recordSetOf(call);
      return { rrset: recordSetReply(zone, set) };
    },
  },
  {
    method: 'PUT',
    path,
    handle: (call) => {
      const { zone, set } = recordSetOf(call);
      set.labels = bodyOf(call, z.strictObject({ labels: labelsShape })).labels ?? set.labels;
      return { rrset: recordSetReply(zone, set) };
    },
  },
  {
    method: 'DELETE',
    path,
    handle: (call) => {
      const { zone, set } = recordSetOf(call);
      zone.records.delete(key(set));
      return { action: call.actions.start('delete_rrset', { type: 'zone', id: zone.id }) };
    },
  },
  action('set_records', z.strictObject({ records: recordsShape }), (set, { records }) => {
    requireValues(set.type, records);
    set.records = records;
  }),
  action('change_ttl', z.strictObject({ ttl: ttlShape }), (set, { ttl }) => {
    set.ttl = ttl;
  }),
];
