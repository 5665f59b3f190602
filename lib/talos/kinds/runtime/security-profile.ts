import { isHardenedByDefault } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** `SecurityProfileConfig`: workloads apart from the system's own processes. */
export function securityProfile({ contract }: GenerateInputs): readonly ConfigDocument[] {
  return isHardenedByDefault(contract) ? [document('SecurityProfileConfig', { workloadIsolation: true })] : [];
}
