import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreePlan } from '../plan-tree';
import { exchangeFolders, type Exchange } from './exchange';
import { codeOf } from './write-error';

/** Puts the next tree in the place of the old one; gives where the old one is now, or `immovable` where it cannot move. */
export type Placed = { readonly old: string | undefined } | 'immovable';

/**
 * Puts the next tree in the place of the old one. One step where the system can exchange two folders and where there is no
 * old tree; two renames elsewhere, between which no tree stands (`restore` puts it back).
 */
export function placeTree(
  tree: string,
  work: { readonly next: string; readonly old: string },
  exchange: (left: string, right: string) => Exchange = exchangeFolders,
): Placed {
  try {
    if (!existsSync(tree)) {
      renameSync(work.next, tree);
      return { old: undefined };
    }
    const how = exchange(work.next, tree);
    if (how !== 'unsupported') return how === 'done' ? { old: work.next } : how;
    renameSync(tree, work.old);
  } catch (error) {
    if (['EBUSY', 'EXDEV'].includes(codeOf(error))) return 'immovable';
    throw error;
  }
  try {
    renameSync(work.next, tree);
  } catch (error) {
    renameSync(work.old, tree);
    throw error;
  }
  return { old: work.old };
}

/** Puts the old tree back, should a run have been killed between two renames. */
export function restoreTree(tree: string, old: string): void {
  if (!existsSync(tree) && existsSync(old)) renameSync(old, tree);
}

/**
 * Removes the old tree. A file in it that the plan left alone and that has no second link is not in the new tree: somebody
 * saved it while the next tree was built, and it moves over.
 */
export function discardTree(old: string, tree: string, plan: TreePlan, folder = '.'): void {
  for (const entry of readdirSync(join(old, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    const from = join(old, path);
    if (entry.isDirectory()) discardTree(old, tree, plan, path);
    else if (entry.isFile() && !plan.writes.has(path) && !plan.removals.has(path) && lstatSync(from).nlink === 1) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      renameSync(from, join(tree, path));
    } else unlinkSync(from);
  }
  rmdirSync(join(old, folder));
}
