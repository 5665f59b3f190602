import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import type { Aspect } from '../target';

/** Pod and service networks and the DNS domain of services. */
export const clusterNetwork: Aspect = ({ cluster: { network }, contract }) => {
  const fields = {
    dnsDomain: network.dnsDomain,
    podSubnets: [network.pods.text],
    serviceSubnets: [network.services.text],
  };
  return hasKubernetesDocuments(contract)
    ? [document('KubeNetworkConfig', fields)]
    : [{ cluster: { network: fields } }];
};
