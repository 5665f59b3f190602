import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { treePaths, type Cluster, type MachinePool } from '../../lib/cluster';
import { contractOf, nodeMode, talosFiles } from '../../lib/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { askFor, type Bundle } from './differential';
import type { Oracle } from './oracle';
import type { Tally } from '../tally';

/** Reads a file of the tree. */
export type ReadFile = (path: string) => string;

/** The files of a tree on disk. */
export function filesOf(tree: string): ReadFile {
  return (path) => readFileSync(join(tree, path), 'utf8');
}

/** The files of a cluster as the model gives them. */
export function filesOfModel(cluster: Cluster): ReadFile {
  const files = new Map(
    talosFiles(cluster).map(({ path, body }) => [path, body.format === 'yaml' ? emitDocuments(body.documents) : '']),
  );
  return (path) => files.get(path) ?? '';
}

/** The patch files of a cluster, applied by Talos to what it generates, and validated by it. */
export async function treePatches(oracle: Oracle, tally: Tally, bundle: Bundle, cluster: Cluster, read: ReadFile) {
  const folder = `${treePaths(cluster).talos}/patches`;
  for (const pool of cluster.pools) {
    const patch = read(`${folder}/${pool.name}.yaml`);
    const label = `${cluster.id} ${cluster.versions.talos} ${pool.name}`;
    if (pool.machines.length === 0) await judge(label, pool, [patch]);
    for (const { name } of pool.machines) {
      await judge(`${label} ${name}`, pool, [patch, read(`${folder}/nodes/${name}.yaml`)]);
    }
  }

  async function judge(label: string, pool: MachinePool, patches: readonly string[]) {
    tally.check(`patches: ${label}`, ...(await verdict(oracle, bundle, cluster, pool, patches)));
  }
}

/** The same for the patches that Cluster API applies by itself, where the tree has its manifests. */
export async function managedPatches(oracle: Oracle, tally: Tally, bundle: Bundle, cluster: Cluster, tree: string) {
  const path = join(tree, treePaths(cluster).clusterApi, 'cluster.yaml');
  if (!existsSync(path)) return;
  const patches = strategicPatches(readFileSync(path, 'utf8'));
  for (const pool of cluster.pools.filter(({ role }) => role === 'control-plane')) {
    const held = await verdict(oracle, bundle, cluster, pool, patches);
    tally.check(`patches: ${cluster.id} ${pool.name} (Cluster API)`, ...held);
  }
}

async function verdict(
  oracle: Oracle,
  { written, secrets }: Bundle,
  cluster: Cluster,
  { role }: MachinePool,
  patches: readonly string[],
): Promise<[held: boolean, detail: () => string]> {
  const { host, port } = cluster.network.endpoint;
  const base = {
    name: cluster.name,
    endpoint: `https://${host}:${String(port)}`,
    kubernetes: cluster.versions.kubernetes,
  };
  const inputs = { contract: contractOf(cluster.versions.talos), role, cluster: base, secrets };
  const generated = await askFor(oracle, inputs, written);
  const patched = await oracle.ask({ operation: 'patch', config: generated.config, patches });
  if (patched.error !== undefined) return [false, () => patched.error ?? ''];
  const { error } = await oracle.ask({ operation: 'validate', mode: nodeMode(cluster), config: patched.config });
  return [error === undefined, () => error ?? ''];
}

interface ControlPlane {
  readonly kind: string;
  readonly spec: {
    readonly controlPlaneConfig: { readonly controlplane: { readonly strategicPatches: readonly string[] } };
  };
}

function strategicPatches(text: string): readonly string[] {
  const found = (parseDocuments(text) as ControlPlane[]).find(({ kind }) => kind === 'TalosControlPlane');
  if (found === undefined) throw new Error('cluster.yaml has no TalosControlPlane, got other kinds; run plinth synth');
  return found.spec.controlPlaneConfig.controlplane.strategicPatches;
}
