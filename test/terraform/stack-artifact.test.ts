import { Annotations, App, Aspects, TerraformResource } from 'cdktf';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cluster } from '../../lib/cluster';
import { StackError, StackRoot, stackArtifact } from '../../lib/terraform';
import { stacksFor } from '../../stacks';
import { hetznerCluster, vsphereCluster } from '../support/clusters-terraform';

/** A plain object as a file holds it, with its keys in any order. */
const asWritten = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

const only = (cluster: Cluster, scope: App | StackRoot = new StackRoot()) => stacksFor(scope, cluster)[0]!;

describe('a stack as an artifact', () => {
  let folder: string;
  let before: string;

  beforeEach(() => {
    before = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'stack-'));
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['vSphere', vsphereCluster()],
    ['Hetzner', hetznerCluster()],
  ])('is what app.synth writes for a cluster on %s', (_, cluster) => {
    const app = new App({ outdir: join(folder, 'out') });
    const { id } = only(cluster, app).node;
    app.synth();
    const written = JSON.parse(readFileSync(join(folder, 'out', 'stacks', id, 'cdk.tf.json'), 'utf8')) as unknown;

    const { body } = stackArtifact(only(cluster), cluster);
    expect(body.format).toBe('json');
    expect(asWritten((body as { value: unknown }).value)).toEqual(written);
  });

  it('stands in the folder of the cluster, under the short name of the stack, and belongs to the cluster', () => {
    const cluster = vsphereCluster();
    expect(stackArtifact(only(cluster), cluster)).toMatchObject({
      path: 'terraform/test/edge/machines/cdk.tf.json',
      owner: 'test/edge',
    });
  });

  it('writes no file', () => {
    stackArtifact(only(vsphereCluster()), vsphereCluster());
    expect(readdirSync(folder)).toEqual([]);
    // the test can fail: cdktf's own app does write
    new App();
    expect(existsSync(join(folder, 'cdktf.out'))).toBe(true);
  });

  it('names no folder of this machine and carries no stack trace', () => {
    const text = JSON.stringify(stackArtifact(only(vsphereCluster()), vsphereCluster()));
    expect(text).not.toContain(process.cwd());
    expect(text).not.toContain('node_modules');
    expect(text).not.toContain('stackTrace');
  });

  it('is the same twice, and does not wear out its stack', () => {
    const cluster = hetznerCluster();
    const stack = only(cluster);
    const first = asWritten(stackArtifact(stack, cluster));
    expect(asWritten(stackArtifact(stack, cluster))).toEqual(first);
    expect(asWritten(stackArtifact(only(cluster), cluster))).toEqual(first);
  });

  it('has been through the aspects of its stack', () => {
    const cluster = hetznerCluster();
    const stack = only(cluster);
    const visit = (node: unknown) => {
      if (TerraformResource.isTerraformResource(node)) node.addOverride('labels', { team: 'edge' });
    };
    Aspects.of(stack).add({ visit });
    const { body } = stackArtifact(stack, cluster);
    expect(JSON.stringify(body)).toContain('"labels":{"team":"edge"}');
  });

  it('fails with every message of every construct at once', () => {
    const cluster = hetznerCluster();
    const stack = only(cluster);
    const [foundation] = stack.node.children.filter(({ node }) => node.id === 'foundation');
    foundation!.node.addValidation({ validate: () => ['first', 'second'] });
    stack.node.addValidation({ validate: () => ['third'] });
    Annotations.of(stack).addError('fourth');
    expect(() => stackArtifact(stack, cluster)).toThrow(
      new StackError('test-edge-foundation', [
        '[test-edge-foundation] third',
        '[test-edge-foundation] fourth',
        '[test-edge-foundation/foundation] first',
        '[test-edge-foundation/foundation] second',
      ]),
    );
  });
});
