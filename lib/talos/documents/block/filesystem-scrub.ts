import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** How often filesystems check themselves. */
export interface FilesystemScrubOptions {
  /** 10 seconds or more. */
  readonly interval: Duration;
}

/** Scrubs all filesystems (`FilesystemScrubConfig`). */
export function filesystemScrub(options: FilesystemScrubOptions): PatchDocument {
  return typedDocument('FilesystemScrubConfig', options);
}

export const filesystemScrubKind: DocumentKind = { kind: 'FilesystemScrubConfig', since: '1.14' };
