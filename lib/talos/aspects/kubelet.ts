import { isOnHetznerCloud, type Cluster } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { usesCloudProvider, type Aspect } from '../target';

/** Serving certificates come from the cluster, where the cloud's controllers approve them. */
const CLOUD_ARGS = { 'cloud-provider': 'external', 'rotate-server-certificates': 'true' };

/** The kubelet's address and its part in an external cloud provider. */
export const kubelet: Aspect = ({ cluster, contract }) => {
  const extraArgs = usesCloudProvider(cluster) ? CLOUD_ARGS : undefined;
  const nodeIP = { validSubnets: [nodeAddresses(cluster)] };
  if (!hasKubernetesDocuments(contract)) return [{ machine: { kubelet: { extraArgs, nodeIP } } }];
  const node = document('KubeNodeConfig', { nodeIP });
  return extraArgs === undefined ? [node] : [document('KubeletConfig', { extraArgs }), node];
};

/** Where a node's address may come from: on Hetzner the whole private network, which keeps public addresses out. */
function nodeAddresses(cluster: Cluster): string {
  return isOnHetznerCloud(cluster) ? cluster.machines.network.cidr.text : cluster.network.nodes.text;
}
