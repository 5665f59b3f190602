import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A file below `/etc`. */
export interface EtcFileOptions {
  readonly contents: string;
  /** Permissions. @default 0o644 */
  readonly mode?: number;
}

/** A file below `/etc` that Talos does not write itself, by its path from there (`EtcFileConfig`). */
export function etcFile(path: string, { contents, mode = 0o644 }: EtcFileOptions): PatchDocument {
  return typedDocument('EtcFileConfig', { contents, mode }, path);
}

export const etcFileKind: DocumentKind = {
  kind: 'EtcFileConfig',
  since: '1.14',
  instead: 'bring the file by a system extension',
};
