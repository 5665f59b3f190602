import { hasKubernetesDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { isControlPlane, type GenerateInputs } from '../../generate/inputs';
import { plainAuthority } from '../../generate/secrets';
import { kubePrismDocument } from './node';

/** `KubeAPIServerCAConfig`: control planes sign, workers trust. `KubePrismConfig` comes right after it. */
export function apiAuthority(inputs: GenerateInputs): readonly ConfigDocument[] {
  if (!hasKubernetesDocuments(inputs.contract)) return [];
  const { k8s } = inputs.secrets.certs;
  const authority = isControlPlane(inputs) ? { issuingCA: plainAuthority(k8s) } : { acceptedCAs: [k8s.crt] };
  return [document('KubeAPIServerCAConfig', authority), ...kubePrismDocument(inputs)];
}

/** `KubeAggregatorCAConfig`: the authority of aggregated APIs. */
export function aggregatorAuthority(inputs: GenerateInputs): readonly ConfigDocument[] {
  if (!hasKubernetesDocuments(inputs.contract) || !isControlPlane(inputs)) return [];
  return [document('KubeAggregatorCAConfig', { issuingCA: plainAuthority(inputs.secrets.certs.k8sAggregator) })];
}
