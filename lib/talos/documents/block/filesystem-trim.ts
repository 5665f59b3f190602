import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** How often filesystems tell their disks what is free. */
export interface FilesystemTrimOptions {
  readonly interval: Duration;
}

/** Trims all filesystems (`FilesystemTrimConfig`). */
export function filesystemTrim(options: FilesystemTrimOptions): PatchDocument {
  return typedDocument('FilesystemTrimConfig', options);
}

export const filesystemTrimKind: DocumentKind = { kind: 'FilesystemTrimConfig', since: '1.14' };
