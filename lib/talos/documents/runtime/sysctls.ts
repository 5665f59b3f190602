import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Kernel parameters by name, e.g. `{ 'net.core.rmem_max': '7500000' }` (`SysctlConfig`). */
export function sysctls(params: Readonly<Record<string, string>>): PatchDocument {
  return typedDocument('SysctlConfig', { params });
}

export const sysctlKind: DocumentKind = {
  kind: 'SysctlConfig',
  since: '1.14',
  older: { rewrite: ({ params }) => [{ machine: { sysctls: params } }] },
};
