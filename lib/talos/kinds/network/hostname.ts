import { hasNetworkDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** `HostnameConfig`: a name made from the machine's identity, until a patch gives it one. */
export function hostnameDocument({ contract }: GenerateInputs): readonly ConfigDocument[] {
  return hasNetworkDocuments(contract) ? [document('HostnameConfig', { auto: 'stable' })] : [];
}
