import type { Json, JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { isList, isObject, textOf, type Value } from '../../merge/plain';
import { omit } from '../field';
import type { DocumentKind, Need, OlderForm } from '../kind';
import { documentName, fieldsOf } from '../typed-document';

/** A VLAN's usual name: its parent and its number. */
const VLAN = /^(?<parent>.+)\.(?<id>\d+)$/;

/** Fields of `machine.network.interfaces`, where links stood before contract 1.12; `eth0.5` is VLAN 5 of `eth0`. */
export function interfaceField(name: string, fields: JsonObject): readonly PatchDocument[] {
  const { parent, id } = VLAN.exec(name)?.groups ?? {};
  const entry =
    parent === undefined
      ? { interface: name, ...fields }
      : { interface: parent, vlans: [{ vlanId: Number(id), ...fields }] };
  return [{ machine: { network: { interfaces: [entry] } } }];
}

/** Settings that all links share, in their older form. */
export function linkFields({ mtu, addresses, routes }: JsonObject): JsonObject {
  return {
    mtu,
    addresses: isList(addresses) ? addresses.map((item) => (isObject(item) ? textOf(item.address) : item)) : undefined,
    routes: isList(routes) ? routes.map(routeField) : undefined,
  };
}

function routeField(route: Json): Json {
  if (!isObject(route)) return route;
  return { network: route.destination ?? everywhere(route.gateway), ...omit(route, 'destination') };
}

function everywhere(gateway: Value): string {
  return textOf(gateway).includes(':') ? '::/0' : '0.0.0.0/0';
}

/** Shared settings without an older form. */
export const lostLinkFields = ['addresses.[].routePriority', 'routes.[].table', 'multicast'] as const;

/** Before contract 1.12 a link that is listed is up. */
export function upNeeds({ up }: JsonObject): readonly Need[] {
  return up === false ? [{ contract: '1.12', path: 'up' }] : [];
}

/** The parts of a kind of links that have an older form: `fields` says the kind's own settings in it. */
export function linkKindParts(
  fields: (own: JsonObject) => JsonObject,
  lost: readonly string[] = [],
): Pick<DocumentKind, 'since' | 'needs' | 'older'> {
  const older: OlderForm = {
    lost: [...lostLinkFields, ...lost],
    rewrite: (document) =>
      interfaceField(documentName(document), { ...linkFields(document), ...fields(ownFields(document)) }),
  };
  return { since: '1.12', needs: upNeeds, older };
}

function ownFields(document: JsonObject): JsonObject {
  return omit(fieldsOf(document), 'up', 'mtu', 'addresses', 'routes', 'multicast');
}
