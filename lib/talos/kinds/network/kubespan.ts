import { hasKubeSpanDocument } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** `KubeSpanConfig`, where the option is given either way. */
export function kubeSpanDocument({ contract, options }: GenerateInputs): readonly ConfigDocument[] {
  const enabled = options?.kubeSpan;
  return hasKubeSpanDocument(contract) && enabled !== undefined ? [document('KubeSpanConfig', { enabled })] : [];
}

/** The section of the main document that it stood in: empty, but always there. */
export function networkField({ contract, options }: GenerateInputs) {
  if (hasKubeSpanDocument(contract)) return undefined;
  const enabled = options?.kubeSpan;
  return enabled === undefined ? {} : { kubespan: { enabled } };
}
