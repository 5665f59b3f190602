// What Cluster API's Hetzner provider (CAPH) calls the things that it makes, so that Terraform finds them.
// Source: syself/cluster-api-provider-hetzner, api/v1beta1 (ClusterTagKey) and pkg/services/hcloud/{network,server}.

/** Selects all that CAPH made for a HetznerCluster of this name. */
export function ownedSelector(cluster: string): string {
  return `caph-cluster-${cluster}==owned`;
}

/** Name of the private network that CAPH makes for a HetznerCluster: the cluster's own. */
export function networkName(cluster: string): string {
  return cluster;
}

/** Label of the snapshot that CAPH boots servers from; its value is the `imageName` of their HCloudMachineTemplate. */
export const imageLabel = 'caph-image-name';

/** Selects that snapshot. */
export function imageSelector(imageName: string): string {
  return `${imageLabel}==${imageName}`;
}
