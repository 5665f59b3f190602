import type { JsonObject } from '../../../../lib/cluster';
import type { Break, Breakable } from './break';

export const pair = { crt: 'YQ==', key: 'YQ==' };

/** The least main document that Talos accepts: a control plane, or a worker. */
export const leastControlPlane: JsonObject = {
  version: 'v1alpha1',
  machine: { type: 'controlplane', ca: pair },
  cluster: {},
};

export const leastWorker: JsonObject = {
  version: 'v1alpha1',
  machine: { type: 'worker', ca: { crt: 'YQ==' } },
  cluster: {},
};

/** Fields of the `machine` section. */
export function machine(fields: JsonObject, breaks: readonly Break[], base = leastControlPlane): Breakable {
  return { document: { ...base, machine: { ...(base.machine as JsonObject), ...fields } }, breaks };
}

/** A `cluster` section. */
export function cluster(fields: JsonObject, breaks: readonly Break[], base = leastControlPlane): Breakable {
  return { document: { ...base, cluster: fields }, breaks };
}

/** One link of the older form, and others beside it. */
export function link(fields: JsonObject, breaks: readonly Break[], ...others: readonly JsonObject[]): Breakable {
  return machine({ network: { interfaces: [fields, ...others] } }, breaks);
}
