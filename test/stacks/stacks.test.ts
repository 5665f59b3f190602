import { App, HttpBackend } from 'cdktf';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../lib/cluster';
import { stackArtifact, StackRoot } from '../../lib/terraform';
import { HetznerFoundationStack, MachinesStack, stacksFor } from '../../stacks';
import { hetznerCluster, vsphereCluster } from '../support/clusters-terraform';
import type { TerraformJson } from '../support/terraform';

const clusters: [string, Cluster][] = [
  ['vSphere', vsphereCluster()],
  ['Hetzner', hetznerCluster()],
];

const jsonOf = (...[stack, cluster]: Parameters<typeof stackArtifact>): TerraformJson =>
  (stackArtifact(stack, cluster).body as unknown as { value: TerraformJson }).value;

describe('the stacks of a cluster', () => {
  it('follow from its infrastructure, with ids and short names that never change', () => {
    const named = ([, cluster]: [string, Cluster]) =>
      stacksFor(new StackRoot(), cluster).map(({ node, shortName }) => [node.id, shortName]);
    expect(clusters.map(named)).toEqual([
      [['test-edge-machines', 'machines']],
      [['test-edge-foundation', 'foundation']],
    ]);
  });

  it('of several clusters live in one app', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'stacks-'));
    try {
      const app = new App({ outdir });
      stacksFor(app, vsphereCluster());
      stacksFor(app, { ...vsphereCluster(), name: 'core', id: 'test/core' });
      stacksFor(app, { ...vsphereCluster(), group: 'prod', id: 'prod/edge' });
      expect(() => {
        app.synth();
      }).not.toThrow();
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });

  it.each(clusters)('on %s keep their state at a relative path that names the stack', (_, cluster) => {
    const [stack] = stacksFor(new StackRoot(), cluster);
    const { backend } = jsonOf(stack!, cluster).terraform;
    const { path } = backend.local as { path: string };
    expect(isAbsolute(path)).toBe(false);
    expect(path).toContain(stack!.node.id);
  });

  it('keep their state where a prop says', () => {
    const props = {
      backend: (scope: ConstructorParameters<typeof HttpBackend>[0]) =>
        new HttpBackend(scope, { address: 'https://state.example.com' }),
    };
    const vsphere = vsphereCluster();
    const machines = new MachinesStack(new StackRoot(), { cluster: vsphere, ...props });
    expect(Object.keys(jsonOf(machines, vsphere).terraform.backend)).toEqual(['http']);
    const hetzner = hetznerCluster();
    const foundation = new HetznerFoundationStack(new StackRoot(), { cluster: hetzner, ...props });
    expect(Object.keys(jsonOf(foundation, hetzner).terraform.backend)).toEqual(['http']);
  });
});
