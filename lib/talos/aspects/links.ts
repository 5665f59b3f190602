import { isOnHetznerCloud } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import type { Aspect } from '../target';

/** Interfaces of a Hetzner server: the public network, then the private one. */
const INTERFACES = ['eth0', 'eth1'];

/**
 * Both interfaces of a Hetzner server by DHCP. Talos' platform code sets up the public one alone, and a link document
 * anywhere else in the configuration would end the default DHCP of the private one.
 */
export const links: Aspect = ({ cluster, contract }) => {
  if (!isOnHetznerCloud(cluster)) return [];
  // Cluster API's providers know the documents of contract 1.12 to 1.13, but the field works with all that they bundle
  return hasKubernetesDocuments(contract)
    ? INTERFACES.map((name) => document('DHCPv4Config', {}, name))
    : [{ machine: { network: { interfaces: INTERFACES.map((name) => ({ interface: name, dhcp: true })) } } }];
};
