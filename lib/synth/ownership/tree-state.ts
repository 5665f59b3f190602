import type { OwnerIndex } from './owner-index';

/** What stands at a path of the tree; a path that is free has no entry. */
export type Entry =
  /** A file; without a text where its bytes are no UTF-8. */
  | { readonly kind: 'file'; readonly text: string | undefined }
  /** A folder, with the path of everything below it that is no folder. */
  | { readonly kind: 'folder'; readonly holds: readonly string[] }
  /** Something that synthesis never writes, such as a symbolic link. */
  | { readonly kind: 'other' }
  /** Nothing, and nothing can be: `by`, further up, is no folder. */
  | { readonly kind: 'blocked'; readonly by: string };

/** What of a tree on disk matters to a plan. */
export interface TreeState {
  /** By owner. */
  readonly indexes: ReadonlyMap<string, OwnerIndex>;
  /** By path: at least every path of the indexes, of the prepared tree and of their lists. */
  readonly entries: ReadonlyMap<string, Entry>;
}
