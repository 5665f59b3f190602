import { volumes } from '../kinds/block/volumes';
import { discovery } from '../kinds/cluster/discovery';
import { registries } from '../kinds/cri/registries';
import { apiServer } from '../kinds/kubernetes/api-server';
import { aggregatorAuthority, apiAuthority } from '../kinds/kubernetes/authorities';
import { components } from '../kinds/kubernetes/components';
import { kubernetesNode } from '../kinds/kubernetes/node';
import { policies } from '../kinds/kubernetes/policies';
import { hostnameDocument } from '../kinds/network/hostname';
import { kubeSpanDocument } from '../kinds/network/kubespan';
import { hostDnsDocument } from '../kinds/network/resolver';
import { installDocument } from '../kinds/runtime/install';
import { securityProfile } from '../kinds/runtime/security-profile';
import { sysctlDocument } from '../kinds/runtime/sysctl';
import { mainDocument } from '../kinds/v1alpha1/main-document';
import { isKnownContract } from '../contract';
import type { ConfigDocument } from '../document';
import type { GenerateInputs } from './inputs';

/** One kind of documents, or a few that belong together: what of them a configuration has. */
type Kind = (inputs: GenerateInputs) => readonly ConfigDocument[];

/** Every kind, in the order in which upstream writes them. */
const kinds: readonly Kind[] = [
  mainDocument,
  discovery,
  installDocument,
  hostDnsDocument,
  sysctlDocument,
  volumes,
  securityProfile,
  registries,
  hostnameDocument,
  kubeSpanDocument,
  kubernetesNode,
  apiAuthority,
  aggregatorAuthority,
  policies,
  apiServer,
  components,
];

/**
 * The configuration that Talos's own generator would write from the same inputs and secrets.
 * Source: Talos `config/generate`, machinery 1.14.1.
 *
 * @throws Error for a contract that is not known here
 */
export function generateConfig(inputs: GenerateInputs): readonly ConfigDocument[] {
  if (!isKnownContract(inputs.contract)) {
    throw new Error(`no such Talos contract here, got ${inputs.contract}; use a release of Talos 1.10 to 1.14`);
  }
  return kinds.flatMap((kind) => kind(inputs));
}
