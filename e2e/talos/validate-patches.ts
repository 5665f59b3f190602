import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadProject } from '../../cli/project';
import { treePaths, type Cluster } from '../../lib/cluster';
import { talosFiles } from '../../lib/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster } from '../../test/support/clusters-capi';
import { buildTool, hasGo } from './build-tool';
import { isKnown, poolCases, type PatchCase } from './cases';

// Every patch of the tree, and those of two clusters under each contract, as Talos's own code reads them.
// usage: tsx e2e/talos/validate-patches.ts [tree]

/** Contracts of the matrix, each by one release and a Kubernetes version that it supports. */
const MATRIX = [
  { talos: 'v1.10.9', kubernetes: 'v1.33.0' },
  { talos: 'v1.11.6', kubernetes: 'v1.34.0' },
  { talos: 'v1.12.2', kubernetes: 'v1.35.0' },
  { talos: 'v1.13.9', kubernetes: 'v1.36.0' },
];

function main(): number {
  if (!hasGo()) {
    console.log('skipped: no Go toolchain on PATH; install Go to prove the Talos patches');
    return 0;
  }
  const project = loadProject();
  const tree = resolve(process.argv[2] ?? project.tree);
  const cases = [
    ...project.clusters.flatMap((cluster) => treeCases(cluster, tree)),
    ...MATRIX.flatMap((versions) => [
      ...modelCases(fixedCluster({ versions })),
      ...modelCases(managedCluster(versions)),
    ]),
  ];
  const { status } = spawnSync(buildTool(), { input: JSON.stringify(cases), stdio: ['pipe', 'inherit', 'inherit'] });
  return status ?? 1;
}

/** The files of one cluster as they stand in the tree. */
function treeCases(cluster: Cluster, tree: string): readonly PatchCase[] {
  if (!isKnown(cluster)) {
    console.log(`skipped: ${cluster.id}: the tool's Talos machinery is older than ${cluster.versions.talos}`);
    return [];
  }
  const paths = treePaths(cluster);
  const read = (file: string) => readFileSync(join(tree, file), 'utf8');
  const cases = cluster.pools.flatMap((pool) =>
    poolCases(cluster, pool, [read(`${paths.talos}/patches/${pool.name}.yaml`)], (machine) => [
      read(`${paths.talos}/patches/nodes/${machine}.yaml`),
    ]),
  );
  const clusterApi = `${paths.clusterApi}/cluster.yaml`;
  if (!existsSync(join(tree, clusterApi))) return cases;
  // Cluster API applies the same patches, each on its own
  const patches = strategicPatches(read(clusterApi));
  const managed = cluster.pools
    .filter(({ role }) => role === 'control-plane')
    .flatMap((pool) => poolCases(cluster, pool, patches, () => []));
  return [...cases, ...managed.map((entry) => ({ ...entry, name: `${entry.name} (Cluster API)` }))];
}

/** The files of one cluster as the model gives them. */
function modelCases(cluster: Cluster): readonly PatchCase[] {
  const files = new Map(
    talosFiles(cluster).map(({ path, body }) => [path, body.format === 'yaml' ? emitDocuments(body.documents) : '']),
  );
  const folder = `${treePaths(cluster).talos}/patches`;
  const read = (file: string) => files.get(`${folder}/${file}.yaml`) ?? '';
  return cluster.pools.flatMap((pool) =>
    poolCases(cluster, pool, [read(pool.name)], (machine) => [read(`nodes/${machine}`)]),
  );
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

process.exitCode = main();
