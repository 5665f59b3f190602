import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { carryOut, hasJournal } from './journal';
import { lockFolder, unlockFolder } from './lock';
import { restoreTree } from './place';
import { codeOf, WriteError } from './write-error';

/** Where a tree stands, and where it can be worked on. Both working folders exist only while a synthesis runs. */
export interface Site {
  /** The tree's real path. */
  readonly tree: string;
  /** Working folder on the same file system, beside the tree: `.<tree>.plinth`. */
  readonly beside: string;
  /** Working folder inside of a tree that cannot move, or whose parent cannot be written. */
  readonly inside: string;
  /** Whether the tree can only be changed where it is. */
  readonly fixed: boolean;
}

/**
 * Looks at where a tree stands.
 *
 * @throws WriteError when there is something else than a folder
 */
export function findSite(directory: string): Site {
  const path = resolve(directory);
  const tree = existsSync(path) ? realpathSync(path) : path;
  const stats = lstatSync(tree, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory())
    throw new WriteError(`${directory}: not a folder, got a file; name another folder, or move the file away`);
  const parent = lstatSync(dirname(tree), { throwIfNoEntry: false });
  const fixed =
    stats !== undefined &&
    // a repository's own folder, a mount, the root
    (existsSync(join(tree, '.git')) || parent?.dev !== stats.dev || dirname(tree) === tree);
  return {
    tree,
    beside: join(dirname(tree), `.${basename(tree)}.plinth`),
    inside: join(tree, '.plinth.work'),
    fixed,
  };
}

/** Whether a working folder stands: another synthesis runs, or was killed. */
export function isOccupied({ beside, inside }: Site): boolean {
  return existsSync(beside) || existsSync(inside);
}

/** Cleans up after killed runs; leaves the tree as one of them had found or decided it. */
export function recover(site: Site): void {
  for (const folder of [site.beside, site.inside]) {
    if (!existsSync(folder)) continue;
    withWorkspace(folder, site.tree, () => {
      if (hasJournal(folder)) carryOut(site.tree, folder);
    });
  }
}

/** A working folder that cannot be made, for want of the right to. */
export class NoWorkspace extends Error {}

/** Locks a working folder and hands it to the work; whatever happens, it is gone afterwards. */
export function withWorkspace<T>(folder: string, tree: string, work: () => T): T {
  try {
    lockFolder(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    throw Object.assign(new NoWorkspace(error instanceof Error ? error.message : '', { cause: error }), {
      code: codeOf(error),
    });
  }
  try {
    clear(folder, tree);
    return work();
  } finally {
    try {
      clear(folder, tree);
    } finally {
      unlockFolder(folder);
    }
  }
}

/** Removes what a run leaves, but for what the tree still needs. */
function clear(folder: string, tree: string): void {
  restoreTree(tree, join(folder, 'old'));
  if (hasJournal(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== 'lock' && name !== '.gitignore') rmSync(join(folder, name), { recursive: true, force: true });
  }
}
