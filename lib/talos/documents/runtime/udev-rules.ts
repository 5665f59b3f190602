import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Rules of udev, a line each (`UdevRulesConfig`). */
export function udevRules(rules: readonly string[]): PatchDocument {
  return typedDocument('UdevRulesConfig', { rules });
}

export const udevRulesKind: DocumentKind = {
  kind: 'UdevRulesConfig',
  since: '1.14',
  older: { rewrite: ({ rules }) => [{ machine: { udev: { rules } } }] },
};
