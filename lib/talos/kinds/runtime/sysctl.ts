import { hasSysctlDocument } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** `SysctlConfig`, where kernel parameters are given. */
export function sysctlDocument({ contract, options }: GenerateInputs): readonly ConfigDocument[] {
  const params = options?.sysctls ?? {};
  if (!hasSysctlDocument(contract) || Object.keys(params).length === 0) return [];
  return [document('SysctlConfig', { params })];
}
