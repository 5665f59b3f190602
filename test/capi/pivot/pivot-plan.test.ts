import { describe, expect, it } from 'vitest';
import { objectsOf, pivotPlan, pivotReport } from '../../../lib/capi';
import type { KubernetesObject } from '../../../lib/artifact';
import { formatProblem, treePaths, type JsonObject } from '../../../lib/cluster';
import { managedCluster } from '../../support/clusters-capi';
import { treeOf } from '../rollout/trees';

const cluster = managedCluster();
const folder = treePaths(cluster).clusterApi;
const namespace = 'default';
const made = objectsOf(treeOf(cluster))
  .map(({ object }) => object)
  .filter(({ kind }) => kind !== 'Secret');

const MOVE = 'clusterctl.cluster.x-k8s.io/move';
const object = (apiVersion: string, kind: string, name: string, more: JsonObject = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace, ...(more.metadata as JsonObject | undefined) },
  ...(more.spec !== undefined && { spec: more.spec }),
});
const secret = (name: string, ...labels: string[]): KubernetesObject =>
  object('v1', 'Secret', name, { metadata: { labels: Object.fromEntries(labels.map((label) => [label, ''])) } });
const token = secret('hetzner', MOVE);
const manifests = secret('hcloud-secret-manifest');
const whole = [...made, token, manifests];

const moved = (objects: readonly KubernetesObject[]) =>
  pivotPlan(objects, { folder }).moves.map(({ object: { kind, name } }) => `${kind}/${name}`);
const problems = (objects: readonly KubernetesObject[]) => pivotPlan(objects, { folder }).problems.map(formatProblem);

describe('the pivot plan', () => {
  it('finds nothing missing in a whole tree', () => {
    expect(problems(whole)).toEqual([]);
  });

  it('moves what hangs on the Cluster, what moves by its kind, and what is labelled', () => {
    const { moves } = pivotPlan(whole, { folder });
    const because = Object.fromEntries(moves.map(({ object: { kind }, because: why }) => [kind, why]));
    expect(because).toMatchObject({
      Cluster: 'every Cluster moves',
      HetznerCluster: 'the infrastructure of Cluster/k8s',
      TalosControlPlane: 'the control plane of Cluster/k8s',
      HCloudMachineTemplate: 'the machine template of TalosControlPlane/k8s-control-plane',
      MachineHealthCheck: 'belongs to Cluster/k8s',
      ClusterResourceSet: 'every ClusterResourceSet moves',
      HelmChartProxy: 'every HelmChartProxy moves',
      Secret: 'a resource of ClusterResourceSet/hcloud-secret',
    });
    expect(moves).toContainEqual(expect.objectContaining({ because: `label ${MOVE}` }));
  });

  it('knows the Secrets of a cluster by their names, and no others', () => {
    const names = ['k8s-ca', 'k8s-kubeconfig', 'k8s-apiserver-etcd-client', 'k8s-notes', 'other-ca'].map((name) =>
      secret(name),
    );
    expect(
      moved([...whole, ...names]).filter((name) => /k8s-(?!control)|other/.test(name) && name.startsWith('Secret')),
    ).toEqual(['Secret/k8s-ca', 'Secret/k8s-kubeconfig']);
  });

  it('leaves what nobody owns, what belongs to another namespace, and what is not Cluster API', () => {
    const elsewhere = { metadata: { namespace: 'other' } };
    const extra = [
      secret('notes'),
      object('cluster.x-k8s.io/v1beta1', 'MachineHealthCheck', 'away', { ...elsewhere, spec: { clusterName: 'k8s' } }),
      object('apps/v1', 'Deployment', 'web'),
      object('operator.cluster.x-k8s.io/v1alpha2', 'CoreProvider', 'cluster-api'),
    ];
    const plan = pivotPlan([...whole, ...extra], { folder });
    expect(plan.moves).toHaveLength(pivotPlan(whole, { folder }).moves.length);
    expect(plan.stays.map(({ object: { kind, name } }) => `${kind}/${name}`)).toEqual([
      'Secret/notes',
      'CoreProvider/cluster-api',
    ]);
  });

  it('keeps a worker pool with its templates together', () => {
    const pool = object('cluster.x-k8s.io/v1beta2', 'MachineDeployment', 'workers', {
      spec: {
        clusterName: 'k8s',
        replicas: 2,
        template: {
          spec: {
            bootstrap: {
              configRef: { apiGroup: 'bootstrap.cluster.x-k8s.io', kind: 'TalosConfigTemplate', name: 'w' },
            },
            infrastructureRef: {
              apiGroup: 'infrastructure.cluster.x-k8s.io',
              kind: 'HCloudMachineTemplate',
              name: 'w',
            },
          },
        },
      },
    });
    const templates = [
      object('bootstrap.cluster.x-k8s.io/v1alpha3', 'TalosConfigTemplate', 'w'),
      object('infrastructure.cluster.x-k8s.io/v1beta1', 'HCloudMachineTemplate', 'w'),
    ];
    expect(moved([...whole, pool, ...templates])).toEqual(
      expect.arrayContaining(['MachineDeployment/workers', 'TalosConfigTemplate/w', 'HCloudMachineTemplate/w']),
    );
    // without the pool, nobody owns them
    expect(moved([...whole, ...templates])).not.toContain('TalosConfigTemplate/w');
  });

  it('asks for what stands in no namespace to be there before', () => {
    const identity: KubernetesObject = {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta2',
      kind: 'VSphereClusterIdentity',
      metadata: { name: 'vcenter' },
    };
    expect(pivotPlan([...whole, identity], { folder }).prepare.map(({ object: { name } }) => name)).toEqual([
      'vcenter',
    ]);
  });

  it('pauses the Cluster itself, and what applies its folder by itself', () => {
    const application = (name: string, path: string, automated = true) =>
      object('argoproj.io/v1alpha1', 'Application', name, {
        spec: { source: { path }, syncPolicy: automated ? { automated: {} } : {} },
      });
    const flux = (name: string, spec: JsonObject) =>
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', name, { spec });
    const appliers = [
      application('all', folder),
      application('nested', `platform/${folder}`),
      application('above', 'clusters/prod/k8s'),
      application('by-hand', folder, false),
      application('beside', `${folder}-other`),
      flux('flux', { path: `./${folder}` }),
      flux('suspended', { path: folder, suspend: true }),
    ];
    const { pauses } = pivotPlan([...whole, ...appliers], { folder });
    expect(pauses.map(({ object: { name }, by }) => `${name} by ${by}`)).toEqual([
      'k8s by clusterctl',
      'cluster-api by person',
      'all by person',
      'nested by person',
      'above by person',
      'flux by person',
    ]);
  });
});

describe('what is missing for a pivot', () => {
  const without = (kind: string) => whole.filter((candidate) => candidate.kind !== kind);
  const patched = (kind: string, change: (found: KubernetesObject) => JsonObject) =>
    whole.map((candidate) => (candidate.kind === kind ? { ...candidate, ...change(candidate) } : candidate));

  it.each([
    ['a Cluster', without('Cluster'), 'no Cluster to move'],
    ['the infrastructure', without('HetznerCluster'), 'Cluster/k8s.spec.infrastructureRef: no such object'],
    ['the control plane', without('TalosControlPlane'), 'Cluster/k8s.spec.controlPlaneRef: no such object'],
    [
      'the token',
      [...made, manifests],
      'Secret/hetzner (default): HetznerCluster/k8s needs the Secret, which is in no file',
    ],
    ['the label of the token', [...made, secret('hetzner'), manifests], `allowed: label ${MOVE}; add ${MOVE}: ""`],
    ['the manifests', [...made, token], 'ClusterResourceSet/hcloud-secret needs the Secret, which is in no file'],
    [
      'a node that takes the providers',
      patched('TalosControlPlane', () => ({ spec: { replicas: 3 } })),
      'no node of the target takes the pods of the providers',
    ],
    [
      'the freedom to pause',
      patched('Cluster', ({ spec }) => ({ spec: { ...(spec as JsonObject), paused: false } })),
      'Cluster/k8s.spec.paused',
    ],
    [
      'the freedom to move',
      patched('HetznerCluster', ({ metadata }) => ({
        metadata: { ...metadata, annotations: { 'clusterctl.cluster.x-k8s.io/block-move': '' } },
      })),
      'HetznerCluster/k8s.metadata.annotations: clusterctl waits for ever',
    ],
  ])('fails on %s, and says what to do', (_what, objects, says) => {
    expect(problems(objects)).toEqual([expect.stringContaining(says)]);
  });

  it('is either of the two labels, for credentials', () => {
    expect(problems([...made, secret('hetzner', `${MOVE}-hierarchy`), manifests])).toEqual([]);
  });

  it('is told with all the rest in the report', () => {
    expect(pivotReport('prod/k8s', pivotPlan([...made, manifests], { folder }))).toMatchInlineSnapshot(`
      "prod/k8s  namespace default

      before the move, on the target
        providers at the versions of the source or newer

      pause
        Cluster/k8s (default)  its controllers stop while its objects move (by clusterctl)
        Application/cluster-api (argocd)  it would apply on the source again what has moved away (by hand)

      moves
        Cluster/k8s (default)  every Cluster moves
        HetznerCluster/k8s (default)  the infrastructure of Cluster/k8s
        HCloudMachineTemplate/k8s-control-plane-c38f431f (default)  the machine template of TalosControlPlane/k8s-control-plane
        TalosControlPlane/k8s-control-plane (default)  the control plane of Cluster/k8s
        HelmChartProxy/cilium (default)  every HelmChartProxy moves
        HelmChartProxy/hcloud-ccm (default)  every HelmChartProxy moves
        HelmChartProxy/approver (default)  every HelmChartProxy moves
        ClusterResourceSet/hcloud-secret (default)  every ClusterResourceSet moves
        MachineHealthCheck/k8s-control-plane-mhc (default)  belongs to Cluster/k8s
        Secret/hcloud-secret-manifest (default)  a resource of ClusterResourceSet/hcloud-secret

      moves with its owner, in no file
        Machine, MachineSet and the machines of the infrastructure provider
        TalosConfig and the bootstrap data Secret of each machine
        the Secrets <cluster>-talos, <cluster>-talosconfig, <cluster>-ca and <cluster>-kubeconfig
        ClusterResourceSetBinding and HelmReleaseProxy

      missing
        Secret/hetzner (default): HetznerCluster/k8s needs the Secret, which is in no file; put it into the tree, or make it by hand with label clusterctl.cluster.x-k8s.io/move, and again on the target if it must be there first

      10 move, 0 stay; 1 missing
      "
    `);
  });
});
