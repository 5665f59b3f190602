import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { OPERATOR_API } from '../contract';
import { isOnHetzner, isOnVsphere, managed } from '../managed';
import { providersOf, type VersionedProvider } from '../providers';

/** Whether cluster-api-operator installs the providers of a cluster, instead of clusterctl. */
export function hasOperator(cluster: Cluster): boolean {
  return (isOnHetzner(cluster) || isOnVsphere(cluster)) && cluster.machines.managedBy.operator !== undefined;
}

/** The providers of a cluster, in the order of their installation. */
export function providersOfCluster(definition: Cluster): readonly VersionedProvider[] {
  return providersOf(managed(definition).machines.managedBy);
}

/** Namespaces that clusterctl installs the infrastructure provider of a cluster into. */
export function infrastructureNamespaces(definition: Cluster): readonly string[] {
  return providersOfCluster(definition)
    .filter(({ type }) => type === 'InfrastructureProvider')
    .map(({ namespace }) => namespace);
}

/**
 * A provider as cluster-api-operator installs it, at its exact version and in its own namespace. The manifests come from
 * where clusterctl would get them.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function operatorProviderObject(
  definition: Cluster,
  { name, type, namespace, version }: VersionedProvider,
): KubernetesObject {
  const variables = managed(definition).machines.managedBy.operator?.infrastructureVariables?.secret;
  const configSecret =
    variables === undefined || type !== 'InfrastructureProvider' ? undefined : { name: variables, namespace };
  return { apiVersion: OPERATOR_API, kind: type, metadata: { name, namespace }, spec: { version, configSecret } };
}

/** A provider of Cluster API, which cluster-api-operator installs and upgrades. */
export class OperatorProvider extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, provider: VersionedProvider) {
    super(scope, id, operatorProviderObject(cluster, provider));
  }
}
