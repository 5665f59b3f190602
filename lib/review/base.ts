import { resolve } from 'node:path';
import { readGitTree } from './git-tree';
import { isDirectory, readDirectory, type Tree } from './tree';

export interface BaseOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the tree, relative to `root`. */
  readonly folder: string;
  /**
   * What to compare with: a folder that holds a tree, relative to the working directory, or a git ref. A folder wins where both
   * exist; `heads/name` is the branch.
   *
   * @default - the tree as it is on disk; empty before the first synth
   */
  readonly base?: string | undefined;
}

/**
 * The tree that a review compares with.
 *
 * @throws TreeError where `base` is neither a folder nor a commit
 */
export function readBase({ root, folder, base }: BaseOptions): Tree {
  if (base === undefined) {
    const tree = resolve(root, folder);
    return isDirectory(tree) ? readDirectory(tree) : new Map();
  }
  return isDirectory(base) ? readDirectory(base) : readGitTree({ repository: root, ref: base, folder });
}
