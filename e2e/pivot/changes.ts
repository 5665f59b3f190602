import type { KubernetesObject } from '../../lib/artifact';
import type { Source } from './sources';

const LABEL = 'clusterctl.cluster.x-k8s.io/move';
const namespace = 'default';

/** A change of a source, and what it must do to the move: what goes along only after it, and what no longer. */
export interface Change {
  readonly name: string;
  readonly apply: (source: Source) => readonly KubernetesObject[];
  /** Names, among those that were not there or stayed, that must move. */
  readonly gains?: readonly string[];
  /** Kinds of which something moved before and nothing does now, where the source has any. */
  readonly loses?: readonly string[];
}

/** What may be wrong with a tree, or be in it besides. */
export const changes: readonly Change[] = [
  { name: 'as it is', apply: ({ objects }) => objects },
  { name: 'without labels', apply: ({ objects }) => objects.map(unlabelled) },
  {
    name: 'without labels and the owners of the credentials',
    apply: ({ objects }) =>
      objects.filter(not('HetznerCluster', 'VSphereCluster', 'ClusterResourceSet')).map(unlabelled),
    loses: ['Secret'],
  },
  {
    name: 'without worker pools',
    apply: ({ objects }) => objects.filter(not('MachineDeployment')),
    loses: ['TalosConfigTemplate'],
  },
  {
    name: 'without control plane',
    apply: ({ objects }) => objects.filter(not('TalosControlPlane', 'MachineDeployment')),
    loses: ['HCloudMachineTemplate', 'VSphereMachineTemplate'],
  },
  {
    name: 'with Secrets that are named after the cluster',
    apply: ({ objects, cluster }) => [
      ...objects,
      ...[...purposes, 'apiserver-etcd-client', 'notes'].map((purpose) => secret(`${cluster.name}-${purpose}`)),
      secret('other-ca'),
      secret(`${cluster.name}-ca`, {}, 'elsewhere'),
    ],
    gains: ['-ca', '-kubeconfig'],
  },
  {
    name: 'with objects of others',
    apply: ({ objects }) => [
      ...objects,
      secret('notes'),
      secret('labelled', { [LABEL]: '' }),
      secret('labelled-hierarchy', { [`${LABEL}-hierarchy`]: '' }),
      secret('labelled-elsewhere', { [LABEL]: '' }, 'elsewhere'),
      core('ConfigMap', 'notes'),
      core('ConfigMap', 'labelled', { [LABEL]: 'false' }),
    ],
    gains: ['labelled', 'labelled-hierarchy'],
  },
];

const purposes: readonly string[] = ['kubeconfig', 'ca', 'etcd', 'sa', 'proxy'];

function not(...kinds: readonly string[]): (object: KubernetesObject) => boolean {
  return ({ kind }) => !kinds.includes(kind);
}

function unlabelled(object: KubernetesObject): KubernetesObject {
  const labels = Object.entries((object.metadata.labels ?? {}) as Readonly<Record<string, string>>);
  return {
    ...object,
    metadata: { ...object.metadata, labels: Object.fromEntries(labels.filter(([name]) => !name.startsWith(LABEL))) },
  };
}

function secret(name: string, labels: Readonly<Record<string, string>> = {}, within?: string): KubernetesObject {
  return core('Secret', name, labels, within);
}

function core(
  kind: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
  within = namespace,
): KubernetesObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: within, labels } };
}
