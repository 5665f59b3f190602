import { compareMinor, minorOf, type Cluster, type MachinePool } from '../../lib/cluster';

/** One machine for the tool: what its configuration is generated from, and the texts of its patches in order. */
export interface PatchCase {
  readonly name: string;
  readonly cluster: string;
  /** URL of the Kubernetes API. */
  readonly endpoint: string;
  readonly talos: string;
  readonly kubernetes: string;
  readonly role: 'controlplane' | 'worker';
  /** `talosctl validate --mode`. */
  readonly mode: 'metal' | 'cloud';
  readonly patches: readonly string[];
}

/** The newest contract that the tool's machinery generates: `e2e/tools/talos/go.mod`. */
const NEWEST = '1.13';

/** Whether the tool can judge the cluster's contract. */
export function isKnown({ versions }: Cluster): boolean {
  return compareMinor(minorOf(versions.talos), NEWEST) <= 0;
}

/** A case of a pool: one for each machine that the definition lists, or one for all of them where it lists none. */
export function poolCases(
  cluster: Cluster,
  pool: MachinePool,
  poolPatches: readonly string[],
  nodePatches: (machine: string) => readonly string[],
): readonly PatchCase[] {
  const { host, port } = cluster.network.endpoint;
  const base = {
    cluster: cluster.name,
    endpoint: `https://${host}:${String(port)}`,
    talos: cluster.versions.talos,
    kubernetes: cluster.versions.kubernetes,
    role: pool.role === 'worker' ? ('worker' as const) : ('controlplane' as const),
    mode: cluster.machines.kind === 'hetzner' ? ('cloud' as const) : ('metal' as const),
  };
  const label = `${cluster.id} ${cluster.versions.talos} ${pool.name}`;
  if (pool.machines.length === 0) return [{ ...base, name: label, patches: poolPatches }];
  return pool.machines.map(({ name }) => ({
    ...base,
    name: `${label} ${name}`,
    patches: [...poolPatches, ...nodePatches(name)],
  }));
}
