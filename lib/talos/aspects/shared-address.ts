import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Talos' name for the one link of a machine whose MAC address nobody knows. */
const LINK = 'net0';

/**
 * The endpoint's address, which Talos moves between control planes that nothing balances and no definition lists. The link
 * itself is configured by what CAPV tells the guest. Source: Talos `platform/vmware/metadata.go`.
 */
export const sharedAddress: Aspect = (target) => {
  const { cluster, contract } = target;
  const address = cluster.network.endpoint.address?.text;
  if (cluster.machines.kind !== 'vsphere-cluster-api' || !isControlPlane(target) || address === undefined) return [];
  return hasKubernetesDocuments(contract)
    ? [
        // the driver of every link that CAPV gives a machine
        document('LinkAliasConfig', { selector: { match: 'link.driver == "vmxnet3"' } }, LINK),
        document('Layer2VIPConfig', { link: LINK }, address),
      ]
    : [{ machine: { network: { interfaces: [{ deviceSelector: { physical: true }, vip: { ip: address } }] } } }];
};
