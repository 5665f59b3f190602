import {
  chmodSync,
  chownSync,
  copyFileSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreePlan } from '../plan-tree';
import { codeOf } from './write-error';

/** A folder of the tree that another file system is mounted on: it cannot move with the tree. */
export class MountInside extends Error {}

/**
 * Builds the next tree in a new folder: what stays is linked, not copied, so that it keeps content, mode and times; what
 * is written is a new file, since a linked one is the old tree's as well.
 */
export function stageTree(tree: string, plan: TreePlan, next: string): void {
  new Stage(tree, plan, next).build();
}

class Stage {
  private readonly made = new Set<string>();

  constructor(
    private readonly tree: string,
    private readonly plan: TreePlan,
    private readonly next: string,
  ) {}

  build(): void {
    const root = lstatSync(this.tree, { throwIfNoEntry: false });
    mkdirSync(this.next);
    this.made.add('.');
    if (root !== undefined) this.keepFolder('.', root.dev);
    for (const [path, text] of this.plan.writes) {
      this.makeFolder(dirname(path));
      writeNew(join(this.next, path), text, root === undefined ? undefined : join(this.tree, path));
    }
    // last, since a folder without the right to write would have refused its files
    if (root !== undefined) for (const folder of this.made) copyMode(join(this.tree, folder), join(this.next, folder));
  }

  /** Keeps what the plan leaves alone; a folder that held something and would hold nothing goes. */
  private keepFolder(folder: string, device: number): void {
    const entries = readdirSync(join(this.tree, folder), { withFileTypes: true });
    if (entries.length === 0) this.makeFolder(folder);
    for (const entry of entries) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (this.plan.removals.has(path)) continue;
      if (entry.isDirectory()) {
        // a file takes its place, and the plan has seen that nothing in it stays
        if (this.plan.writes.has(path)) continue;
        if (lstatSync(join(this.tree, path)).dev !== device) throw new MountInside(path);
        this.keepFolder(path, device);
      } else if (!this.plan.writes.has(path)) {
        this.makeFolder(folder);
        keepEntry(entry, join(this.tree, path), join(this.next, path));
      }
    }
  }

  private makeFolder(folder: string): void {
    if (this.made.has(folder)) return;
    this.makeFolder(dirname(folder));
    mkdirSync(join(this.next, folder));
    this.made.add(folder);
  }
}

/** Writes a new file with the mode that the old one at its place has. */
export function writeNew(file: string, text: string, old: string | undefined): void {
  writeFileSync(file, text, { flag: 'wx' });
  if (old !== undefined) copyMode(old, file);
}

function copyMode(from: string, to: string): void {
  const old = statOf(from);
  const made = lstatSync(to);
  if (old?.isDirectory() !== made.isDirectory() || old.isSymbolicLink()) return;
  keepOwner(old, made, to);
  if (old.mode !== made.mode) chmodSync(to, old.mode & 0o7777);
}

/** Nothing where a file stands in the place of a folder above, as well. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Matters when root synthesizes into somebody's checkout. */
function keepOwner(old: Stats, made: Stats, file: string): void {
  if (old.uid === made.uid && old.gid === made.gid) return;
  try {
    chownSync(file, old.uid, old.gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}

function keepEntry(entry: Dirent, from: string, to: string): void {
  if (entry.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    // the same file system, mounted there a second time
    if (codeOf(error) === 'EXDEV') throw new MountInside(from);
    // no links on this file system, none to files of others, or too many of one
    if (!['EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error)) || !entry.isFile()) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atime, mtime } = lstatSync(from);
    utimesSync(to, atime, mtime);
  }
}
