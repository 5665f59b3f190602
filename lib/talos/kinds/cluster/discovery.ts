import { hasDiscoveryDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** Public discovery service. Source: Talos `constants`. */
const SERVICE = 'https://discovery.talos.dev/';

/** `DiscoveryServiceConfig` and `DiscoveryIdentityConfig`. */
export function discovery({ contract, secrets, options }: GenerateInputs): readonly ConfigDocument[] {
  if (!hasDiscoveryDocuments(contract)) return [];
  const identity = document('DiscoveryIdentityConfig', {
    clusterID: secrets.cluster.id,
    clusterSecret: secrets.cluster.secret,
  });
  // the identity stays without a service: KubeSpan needs it as well
  return options?.discovery === false
    ? [identity]
    : [document('DiscoveryServiceConfig', { endpoint: SERVICE }, 'default'), identity];
}

/** The same as a field of the main document. */
export function discoveryField({ options }: GenerateInputs) {
  return {
    enabled: options?.discovery ?? true,
    // Kubernetes no longer lets nodes write the annotations that the other registry lives on
    registries: { kubernetes: { disabled: true }, service: {} },
  };
}
