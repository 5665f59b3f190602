import type { PatchDocument } from '../../document';
import { mainPatch } from '../typed-document';

/** A file below `/var`. */
export interface VarFileOptions {
  readonly content: string;
  /** @default 0o600 */
  readonly permissions?: number;
  /** What is done with the file where it is there already. @default create */
  readonly op?: 'create' | 'append' | 'overwrite';
}

/** A file below `/var`, by its whole path (`machine.files`, under every contract). */
export function varFile(path: string, { content, permissions = 0o600, op = 'create' }: VarFileOptions): PatchDocument {
  return mainPatch('machine', { files: [{ path, content, permissions, op }] });
}
