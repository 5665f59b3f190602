import { describe, expect, it } from 'vitest';
import { defineCluster, type Cluster } from '../../lib/cluster';
import { stackArtifact, StackRoot, type ClusterStack } from '../../lib/terraform';
import { argoCdChart, fluxReleases } from '../../lib/terraform/bootstrap';
import { ArgoCdBootstrapStack, FluxBootstrapStack, TalosStack } from '../../stacks';
import { vsphereCluster } from '../support/clusters-terraform';
import { definition } from '../support/definition';
import { addresses, type TerraformJson } from '../support/terraform';

const cluster = vsphereCluster();
const root = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'root', namespace: 'argocd' },
  spec: {},
};

const fileOf = (stack: ClusterStack, of: Cluster = cluster) => {
  const { path, body } = stackArtifact(stack, of);
  return { path, json: (body as unknown as { value: TerraformJson }).value };
};

/** The YAML of the one FluxInstance. */
const instanceIn = ({ resource }: TerraformJson) =>
  JSON.parse(resource.kubectl_manifest!['edge-flux-instance']!.yaml_body as string) as {
    spec: { sync: object; distribution: object };
  };

/** A cluster whose repository has another revision or folder. */
const from = (revision: string, path = '') => {
  const base = definition();
  const repository = { ...base.gitops.repository, revision, path };
  return defineCluster({ ...base, gitops: { ...base.gitops, repository } });
};
const syncOf = (of: Cluster) => {
  const { json } = fileOf(new FluxBootstrapStack(new StackRoot(), { cluster: of }), of);
  return instanceIn(json).spec.sync;
};

describe('ready stacks', () => {
  it('stand beside the machines of their cluster, each with a state of its own', () => {
    const app = new StackRoot();
    const files = [
      new TalosStack(app, { cluster }),
      new FluxBootstrapStack(app, { cluster }),
      new ArgoCdBootstrapStack(app, { cluster, roots: [root] }),
    ].map((stack) => fileOf(stack));
    expect(files.map(({ path }) => path)).toEqual([
      'terraform/test/edge/talos/cdk.tf.json',
      'terraform/test/edge/flux/cdk.tf.json',
      'terraform/test/edge/argo-cd/cdk.tf.json',
    ]);
    const states = files.map(({ json }) => json.terraform.backend.local!.path);
    expect(new Set(states).size).toBe(3);
  });

  it('make a cluster of all machines with an address, and read the files of the tree from where they stand', () => {
    const { json } = fileOf(new TalosStack(new StackRoot(), { cluster, health: true }));
    const names = cluster.pools.flatMap(({ machines }) => machines.map(({ name }) => name));
    expect(Object.keys(json.resource.talos_machine_configuration_apply!).sort()).toEqual([...names].sort());
    expect(addresses(json)).toContain('talos_machine_bootstrap.edge');
    expect(json.variable).toMatchObject({ edge_tree: { default: '../../../..' } });
  });

  it('fail for Talos on machines without addresses', () => {
    const stack = new TalosStack(new StackRoot(), { cluster, machines: [] });
    expect(() => fileOf(stack)).toThrow('none is a control plane with an address');
  });

  it("install Flux for the cluster's folder of the definition's repository", () => {
    const { json } = fileOf(new FluxBootstrapStack(new StackRoot(), { cluster }));
    const { spec } = instanceIn(json);
    expect(spec.sync).toMatchObject({
      url: cluster.gitops.repository.url,
      path: 'clusters/test/edge',
      ref: 'refs/heads/main',
    });
    expect(spec.distribution).toMatchObject({ version: fluxReleases.flux.version });
  });

  it('follow the branch, the full reference and the folder that the definition names', () => {
    expect(syncOf(from('stable', 'tree'))).toMatchObject({
      ref: 'refs/heads/stable',
      path: 'tree/clusters/test/edge',
    });
    expect(syncOf(from('refs/tags/v1'))).toMatchObject({ ref: 'refs/tags/v1' });
  });

  it('take what the definition leaves open: another folder, another release', () => {
    const flux = { ...fluxReleases.flux, version: 'v2.7.0' };
    const sync = { url: 'https://git.example.com/other.git', path: 'here' };
    const { json } = fileOf(new FluxBootstrapStack(new StackRoot(), { cluster, sync, releases: { flux } }));
    expect(instanceIn(json).spec).toMatchObject({ sync, distribution: { version: 'v2.7.0' } });
  });

  it('install the Argo CD of the definition, unless another version is named', () => {
    const versionOf = (version?: string) => {
      const stack = new ArgoCdBootstrapStack(new StackRoot(), {
        cluster,
        roots: [root],
        ...(version !== undefined && { version }),
      });
      const release = fileOf(stack).json.resource.helm_release!['edge-argo-cd']!;
      expect(release.version).toBe(argoCdChart.version);
      return (JSON.parse((release.values as string[])[0]!) as { global: { image: { tag: string } } }).global.image.tag;
    };
    expect(versionOf()).toBe(cluster.gitops.version);
    expect(versionOf('v3.1.0')).toBe('v3.1.0');
  });
});
