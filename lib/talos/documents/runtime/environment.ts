import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Environment of Talos's services, e.g. `{ https_proxy: 'http://proxy.example.com:3128' }` (`EnvironmentConfig`). */
export function environment(variables: Readonly<Record<string, string>>): PatchDocument {
  return typedDocument('EnvironmentConfig', { variables });
}

export const environmentKind: DocumentKind = {
  kind: 'EnvironmentConfig',
  since: '1.13',
  older: { rewrite: ({ variables }) => [{ machine: { env: variables } }] },
};
