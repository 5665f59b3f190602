import { valid } from 'semver';
import { describe, expect, it } from 'vitest';
import { satisfiedBy, type Component, type JsonObject } from '../../lib/cluster';
import { catalogue, nodeCapabilities } from '../../lib/platform';
import { clusterScoped, groupOfKubernetes } from '../support/kubernetes-kinds';
import { configured, contractCluster } from '../support/configured-components';
import { membersOf, secretLikeMembers } from '../support/value-members';

const label = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
const capability = /^[a-z0-9][-a-z0-9.]*(?:\/[A-Za-z0-9][-A-Za-z0-9.]*)*$/;

const defaults = Object.entries(catalogue).map(([name, make]) => [name, make] as const);
const cases = [
  ...defaults,
  ...Object.entries(configured).map(([name, make]) => [`${name}, configured`, make] as const),
];
const provided = new Set([...cases.flatMap(([, make]) => make().provides), ...nodeCapabilities]);

function objectsOf(component: Component): readonly JsonObject[] {
  return component.objects?.(contractCluster) ?? [];
}

interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function identitiesOf(component: Component): readonly Identity[] {
  return objectsOf(component) as unknown as readonly Identity[];
}

describe.each(cases)('%s', (_name, make) => {
  const component = make();
  const { name, namespace, chart, manifests, provides, requires } = component;

  it('has a name and a namespace that Kubernetes takes', () => {
    expect(name).toMatch(label);
    expect(namespace).toMatch(label);
  });

  it('is a chart, manifests or objects, and never a chart with manifests', () => {
    expect([chart, manifests, component.objects].some((part) => part !== undefined)).toBe(true);
    expect(chart !== undefined && manifests !== undefined).toBe(false);
  });

  it('pins what it takes from others exactly', () => {
    if (chart !== undefined) {
      expect(valid(chart.version), chart.version).not.toBeNull();
      expect(chart.name).toMatch(subdomain);
      expect(chart.repository).toMatch(/^(?:https|oci):\/\/[^\s]*[^\s/]$/);
    }
    if (manifests !== undefined) {
      expect(valid(manifests.tag), manifests.tag).not.toBeNull();
      expect(manifests.repository).toMatch(/^https:\/\/[^\s]*[^\s/]$/);
      for (const path of [manifests.path, manifests.overlay ?? '']) expect(path).not.toMatch(/^\/|\/$|\.\./);
      for (const tag of Object.values(manifests.images ?? {})) expect(valid(tag), tag).not.toBeNull();
    }
  });

  it('requires the definition of every kind that it makes, and brings none of them itself', () => {
    for (const { apiVersion, kind } of identitiesOf(component)) {
      const group = groupOfKubernetes(apiVersion);
      if (group === undefined) continue;
      const wanted = satisfiedBy(`crd/${group}/${kind}`);
      expect(
        wanted.some((one) => requires.includes(one)),
        `${kind} needs ${wanted.join(' or ')}`,
      ).toBe(true);
      expect(
        wanted.filter((one) => provides.includes(one)),
        `${kind} comes with its own definition`,
      ).toEqual([]);
    }
  });

  it('requires only what a component provides', () => {
    const missing = requires.filter((one) => !satisfiedBy(one).some((wanted) => provided.has(wanted)));
    expect(missing).toEqual([]);
  });

  it('spells its capabilities alike, each once', () => {
    for (const list of [provides, requires]) {
      expect([...new Set(list)]).toEqual(list);
      for (const one of list) expect(one).toMatch(capability);
    }
  });

  it('names its objects, and places those that stand in a namespace', () => {
    for (const { apiVersion, kind, metadata } of identitiesOf(component)) {
      const what = `${apiVersion} ${kind} ${metadata.name}`;
      expect(metadata.name, what).toMatch(kind.startsWith('ClusterRole') || kind.startsWith('Role') ? /\S/ : subdomain);
      if (clusterScoped.has(kind)) expect(metadata.namespace, what).toBeUndefined();
      else expect(metadata.namespace, what).toMatch(label);
    }
    const ids = identitiesOf(component).map(({ apiVersion, kind, metadata }) =>
      [apiVersion, kind, metadata.namespace, metadata.name].join(' '),
    );
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('keeps secrets out of its values and objects', () => {
    const parts = [component.values?.(contractCluster) ?? {}, ...objectsOf(component)];
    expect(objectsOf(component).filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(parts.flatMap(secretLikeMembers)).toEqual([]);
    expect(JSON.stringify(parts)).not.toMatch(/AGE-SECRET-KEY|PRIVATE KEY|"ageIdentity"/);
  });

  it('names its secrets by reference', () => {
    const secrets = component.secrets?.(contractCluster) ?? [];
    expect([...new Set(secrets.map((secret) => `${secret.namespace ?? namespace}/${secret.name}`))]).toHaveLength(
      secrets.length,
    );
    for (const secret of secrets) {
      expect(secret.name).toMatch(subdomain);
      const values = Object.values(secret.data);
      expect(values.length).toBeGreaterThan(0);
      expect(values.some((value) => typeof value !== 'string')).toBe(true);
    }
  });

  it('tells its health by objects with names', () => {
    const own = identitiesOf(component).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    for (const { apiVersion, kind, name: object, namespace: place } of component.health?.(contractCluster) ?? []) {
      expect(apiVersion).toMatch(/^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/);
      expect(kind).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      expect(object).toMatch(subdomain);
      if (clusterScoped.has(kind)) expect(place).toBeUndefined();
      else expect(place, `${kind} ${object}`).toMatch(label);
      if (chart === undefined && manifests === undefined) expect(own).toContain(`${kind} ${object}`);
    }
  });

  it('names its webhooks and the ports of its traffic', () => {
    for (const webhook of component.webhooks ?? []) {
      expect(webhook.name).toMatch(subdomain);
      expect(webhook.service).toMatch(label);
    }
    const { to = [], from = [] } = component.traffic ?? {};
    for (const { peer, ports = [] } of [...to, ...from]) {
      if (typeof peer !== 'string') expect(peer.namespace).toMatch(label);
      for (const { port } of ports) expect(port > 0 && port < 65536, String(port)).toBe(true);
    }
  });

  it('says the same of the same cluster, in plain data', () => {
    const said = () => ({
      values: component.values?.(contractCluster),
      objects: component.objects?.(contractCluster),
      secrets: component.secrets?.(contractCluster),
      health: component.health?.(contractCluster),
    });
    expect(JSON.stringify(said())).toBe(JSON.stringify(said()));
    expect(JSON.stringify(make().values?.(contractCluster))).toBe(JSON.stringify(said().values));
    expect(membersOf({ ...said() }).filter(({ value }) => !isPlain(value))).toEqual([]);
  });
});

/** What JSON and YAML can hold, and `undefined`, which emission leaves out. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
    default:
      return false;
  }
}
