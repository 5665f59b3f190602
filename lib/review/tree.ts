import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a tree as data: path with forward slashes, relative to the tree's folder → text. */
export type Tree = ReadonlyMap<string, string>;

/** A tree that cannot be read; the message says why and what to do. */
export class TreeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TreeError';
  }
}

/**
 * The files below a folder, in path order. `.git` is left out; symbolic links are not followed, and not read.
 *
 * @throws TreeError where there is no such folder
 */
export function readDirectory(directory: string): Tree {
  if (!isDirectory(directory)) {
    throw new TreeError(`no such folder, got ${directory}; name a folder that holds a tree`);
  }
  return new Map(
    filesBelow(directory, '')
      .sort(byCodeUnit)
      .map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
  );
}

export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Order of paths and names everywhere in a review: by code unit, so that no locale reaches it. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filesBelow(directory: string, folder: string): string[] {
  return readdirSync(join(directory, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(directory, path);
    return entry.isFile() ? [path] : [];
  });
}
