import { isControlPlane, type Aspect } from '../target';

/** etcd's members find each other by the nodes' own addresses. Stays in the main document under every contract. */
export const etcd: Aspect = (target) =>
  isControlPlane(target) ? [{ cluster: { etcd: { advertisedSubnets: [target.cluster.network.nodes.text] } } }] : [];
