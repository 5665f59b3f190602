import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { managed } from '../managed';

/** Manifests that Cluster API applies to the clusters with certain labels. */
export interface ClusterResourceSetProps {
  readonly name: string;
  /** Labels of the clusters that get the manifests. */
  readonly clusterLabels: Readonly<Record<string, string>>;
  /** Secrets of type `addons.cluster.x-k8s.io/resource-set`, whose values are manifests. */
  readonly secrets?: readonly string[];
  /** ConfigMaps whose values are manifests. */
  readonly configMaps?: readonly string[];
  /** Whether later changes of the manifests are applied as well. @default false */
  readonly reconcile?: boolean;
}

/**
 * Hands manifests to the clusters that its labels select.
 *
 * @throws Error where it names no manifests, or Cluster API does not make the cluster's machines
 */
export function clusterResourceSetObject(
  definition: Cluster,
  { name, clusterLabels, secrets = [], configMaps = [], reconcile = false }: ClusterResourceSetProps,
): KubernetesObject {
  const cluster = managed(definition);
  const resources = [
    ...secrets.map((secret) => ({ kind: 'Secret', name: secret })),
    ...configMaps.map((configMap) => ({ kind: 'ConfigMap', name: configMap })),
  ];
  if (resources.length === 0) {
    throw new Error(`ClusterResourceSet ${name} hands over nothing, got no secrets and no configMaps; name one`);
  }
  return {
    apiVersion: apiVersions(cluster).addons,
    kind: 'ClusterResourceSet',
    metadata: { name, namespace: cluster.machines.managedBy.namespace },
    spec: {
      clusterSelector: { matchLabels: { ...clusterLabels } },
      resources,
      strategy: reconcile ? 'Reconcile' : 'ApplyOnce',
    },
  };
}

/** Manifests on the clusters that its labels select. */
export class ClusterResourceSet extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, props: ClusterResourceSetProps) {
    super(scope, id, clusterResourceSetObject(cluster, props));
  }
}
