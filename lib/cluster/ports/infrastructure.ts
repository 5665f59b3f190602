import type { Ip } from '../address';

export type MachineRole = 'control-plane' | 'worker';

/** One machine of a pool that the definition lists by name. */
export interface Machine {
  /** Key of the machine in its pool, e.g. `1`. It never changes when another machine leaves the pool. */
  readonly key: string;
  /** Name of the machine and host name of the node. */
  readonly name: string;
  readonly pool: string;
  readonly role: MachineRole;
  /** Six lower-case hexadecimal pairs joined by colons. */
  readonly mac?: string;
  readonly address?: Ip;
}

/** A taint that keeps pods away from a node. */
export interface Taint {
  readonly key: string;
  /** Empty for none. */
  readonly value: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** What every machine pool has, whatever infrastructure carries it. */
export interface MachinePool {
  readonly name: string;
  readonly role: MachineRole;
  /** How many machines the pool has. */
  readonly count: number;
  /** Whether ordinary workloads run on a control plane pool. Always true for workers. */
  readonly schedulable: boolean;
  /** Labels that its nodes give themselves. */
  readonly nodeLabels: Readonly<Record<string, string>>;
  /** Taints that its nodes give themselves. */
  readonly taints: readonly Taint[];
  /** A text whose change replaces every machine of the pool, where something replaces machines at all. */
  readonly rolloutTrigger?: string | undefined;
  /** The machines by key, in key order; empty where the infrastructure names them itself (Cluster API). */
  readonly machines: readonly Machine[];
}
