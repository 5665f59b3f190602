import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, Component } from '../../cluster';
import { clusterResourceSetObject } from '../addons/cluster-resource-set';
import { clusterLabelsOf, tryFindAddon } from '../addons/selection';
import { isOnHetzner, onHetzner } from '../managed';
import { TOKEN_MANIFEST_SECRET, TOKEN_RESOURCE_SET } from '../names';

/** The addon that needs the Hetzner token inside the cluster; undefined where there is none. */
function tokenUser(cluster: Cluster): Component | undefined {
  return isOnHetzner(cluster) ? tryFindAddon(cluster, 'cloud-provider') : undefined;
}

/** Whether an addon of the cluster needs the Hetzner token inside it. */
export function needsToken(cluster: Cluster): boolean {
  return tokenUser(cluster) !== undefined;
}

/**
 * Hands the Hetzner token to the cluster before anything runs there. The Secret of manifests that it names is made from
 * the definition's token at bootstrap and stands in no file.
 *
 * @throws Error where no addon needs the token, or Cluster API does not make the cluster's machines on Hetzner
 */
export function tokenResourceSetObject(definition: Cluster): KubernetesObject {
  const cluster = onHetzner(definition);
  const user = tokenUser(cluster);
  if (user === undefined) {
    throw new Error(
      `no addon of ${cluster.id} needs the Hetzner token, got none that provides cloud-provider; add one`,
    );
  }
  return clusterResourceSetObject(cluster, {
    name: TOKEN_RESOURCE_SET,
    clusterLabels: clusterLabelsOf(user),
    secrets: [TOKEN_MANIFEST_SECRET],
  });
}

/** The Hetzner token as a resource of the cluster. */
export class TokenResourceSet extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, tokenResourceSetObject(cluster));
  }
}
