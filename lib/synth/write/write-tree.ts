import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTree } from '../ownership/read-tree';
import { planTree, type OwnerChanges, type Owners, type TreePlan } from '../plan-tree';
import type { PreparedTree } from '../prepare';
import { carryOut, writeJournal } from './journal';
import { discardTree, placeTree } from './place';
import { MountInside, stageTree } from './stage';
import { findSite, isOccupied, NoWorkspace, recover, withWorkspace, type Site } from './workspace';
import { explain, WriteError } from './write-error';

export interface WriteOptions {
  /** Folder of the tree; made where it is missing. */
  readonly directory: string;
  readonly tree: PreparedTree;
  /** Whose files are brought up to date; those of others stay as they are. */
  readonly owners: Owners;
}

/** What a synthesis did for one owner. */
export interface OwnerReport extends OwnerChanges {
  readonly owner: string;
  /** How many files the owner has in the tree. */
  readonly files: number;
  /** How many Kubernetes objects and Terraform resources these hold. */
  readonly resources: number;
}

export interface Report {
  readonly owners: readonly OwnerReport[];
  /** Whether anything was written; an index may change where no file does. */
  readonly written: boolean;
}

/**
 * Brings a tree up to date, all of it or nothing; a tree that is up to date is not touched.
 *
 * @throws SynthesisError when an index is broken, or a file stands in the way that is not owned
 * @throws WriteError when the disk refuses, or another synthesis runs; the tree stands as it was
 */
export function writeTree({ directory, tree, owners }: WriteOptions): Report {
  try {
    const site = findSite(directory);
    if (isOccupied(site)) recover(site);
    const look = () => planTree(readTree(site.tree, tree), tree, owners);
    const seen = numberOf(site);
    const plan = look();
    if (isEmpty(plan)) return report(plan, tree);
    // looked at before the lock was there: whoever changed the tree since has put another folder in its place
    const lookAgain = () => (numberOf(site) === seen ? plan : look());
    return report(
      site.fixed ? writeInside(site, look) : (writeBeside(site, lookAgain) ?? writeInside(site, look)),
      tree,
    );
  } catch (error) {
    throw explain(error, directory);
  }
}

/** Exchanges the whole tree for the next one, made beside it; nothing where the tree cannot move. */
function writeBeside(site: Site, look: () => TreePlan): TreePlan | undefined {
  try {
    mkdirSync(dirname(site.tree), { recursive: true });
    return withWorkspace(site.beside, site.tree, () => {
      const plan = look();
      const work = { next: join(site.beside, 'next'), old: join(site.beside, 'old') };
      stageTree(site.tree, plan, work.next);
      const placed = placeTree(site.tree, work);
      if (placed === 'immovable') return undefined;
      const { old } = placed;
      if (old !== undefined)
        afterwards(`the tree is written, but the old one is left in ${old}`, () => {
          discardTree(old, site.tree, plan);
        });
      return plan;
    });
  } catch (error) {
    const fixed = error instanceof MountInside || (error instanceof NoWorkspace && numberOf(site) !== undefined);
    if (!fixed) throw error;
    return undefined;
  }
}

/** Changes the tree where it is, by a journal that the next run finishes should this one be killed. */
function writeInside(site: Site, look: () => TreePlan): TreePlan {
  return withWorkspace(site.inside, site.tree, () => {
    const plan = look();
    writeJournal(site.tree, site.inside, plan);
    afterwards(`${site.tree} is written in part, and the next synthesis goes on`, () => {
      carryOut(site.tree, site.inside);
    });
    return plan;
  });
}

/** Past the point of no return, an error must not say that nothing was written. */
function afterwards(state: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new WriteError(`${state}, got ${(error as Error).message}; correct it, then synthesize again`, {
      cause: error,
    });
  }
}

/** A folder that takes the place of another has another number. */
function numberOf({ tree }: Site): number | undefined {
  return lstatSync(tree, { throwIfNoEntry: false })?.ino;
}

function isEmpty({ writes, removals }: TreePlan): boolean {
  return writes.size === 0 && removals.size === 0;
}

function report(plan: TreePlan, tree: PreparedTree): Report {
  const owners = [...plan.owners].map(([owner, changes]) => {
    const { files, resources } = tree.owners.get(owner) ?? { files: new Map(), resources: 0 };
    return { owner, files: files.size, resources, ...changes };
  });
  return { owners, written: !isEmpty(plan) };
}
