import type { Tree } from '../../lib/review';

/** A tree from paths and texts. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

/** The owner of the layout that these tests use: the second and third folder. */
export function ownerOf(path: string): string | undefined {
  const [, group, cluster] = path.split('/');
  return path.startsWith('.plinth/') ? undefined : `${group ?? ''}/${cluster ?? ''}`;
}
