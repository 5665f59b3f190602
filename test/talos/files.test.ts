import type { Artifact } from '../../lib/artifact';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../lib/cluster';
import { talosFiles } from '../../lib/talos';
import { emitDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster } from '../support/clusters-capi';

const contracts = [
  { talos: 'v1.11.6', kubernetes: 'v1.33.4' },
  { talos: 'v1.12.2', kubernetes: 'v1.33.4' },
  { talos: 'v1.14.0', kubernetes: 'v1.35.0' },
];

/** The patches of a cluster. */
function patches(cluster: Cluster): readonly Artifact[] {
  return talosFiles(cluster).filter(({ path }) => path.includes('/patches/'));
}

/** Each patch below its path. */
function text(cluster: Cluster): string {
  return patches(cluster)
    .map(({ path, body }) => `# ${path}\n${body.format === 'yaml' ? emitDocuments(body.documents) : ''}`)
    .join('\n');
}

describe('talosFiles', () => {
  it('are a file for each pool and one for each machine that the definition lists', () => {
    expect(talosFiles(fixedCluster()).map(({ path }) => path)).toEqual([
      'talos/test/edge/patches/controlplane.yaml',
      'talos/test/edge/patches/worker.yaml',
      'talos/test/edge/patches/nodes/talos-edge-controlplane-1.yaml',
      'talos/test/edge/patches/nodes/talos-edge-controlplane-2.yaml',
      'talos/test/edge/patches/nodes/talos-edge-controlplane-3.yaml',
      'talos/test/edge/patches/nodes/talos-edge-worker-1.yaml',
      'talos/test/edge/.sops.yaml',
    ]);
    expect(talosFiles(managedCluster()).map(({ path, owner }) => [path, owner])).toEqual([
      ['talos/prod/k8s/patches/control-plane.yaml', 'prod/k8s'],
    ]);
  });

  it('touch each document once, as a patch must', () => {
    for (const versions of contracts) {
      for (const { body } of [...patches(fixedCluster({ versions })), ...patches(managedCluster(versions))]) {
        const documents = body.format === 'yaml' ? body.documents : [];
        const keys = documents.map(({ kind, name }) => JSON.stringify([kind, name]));
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it.each(contracts)('under Talos $talos are the committed ones', async (versions) => {
    const { talos } = versions;
    await expect(text(fixedCluster({ versions }))).toMatchFileSnapshot(`../golden/talos/fixed-${talos}.yaml`);
    await expect(text(managedCluster(versions))).toMatchFileSnapshot(`../golden/talos/managed-${talos}.yaml`);
  });
});
