import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import type { PreparedTree } from '../prepare';
import { listPath } from './digest-list';
import { listKinds } from './owner-index';
import { readIndex } from './read-index';
import type { Entry, TreeState } from './tree-state';

/**
 * Reads what a plan needs of a tree on disk: the indexes, and what stands at every path that is owned or wanted.
 *
 * @throws SynthesisError with every index that cannot be used
 */
export function readTree(directory: string, tree: PreparedTree): TreeState {
  const indexes = readIndex(directory);
  const entries = new Map<string, Entry>();
  const folders = new Map<string, Folder>();
  const visit = (path: string) => {
    if (entries.has(path)) return;
    const folder = findFolder(directory, folderOf(path), folders);
    const entry = folder === 'present' ? readEntry(directory, path) : folder === 'absent' ? undefined : folder;
    if (entry !== undefined) entries.set(path, entry);
  };
  for (const { files } of indexes.values()) for (const path of files.keys()) visit(path);
  for (const { files } of tree.owners.values()) for (const path of files.keys()) visit(path);
  for (const path of tree.kept.keys()) visit(path);
  for (const owner of [...indexes.keys(), ...tree.owners.keys()])
    for (const kind of listKinds) visit(listPath(kind, owner));
  return { indexes, entries };
}

type Folder = 'present' | 'absent' | Extract<Entry, { kind: 'blocked' }>;

/** A folder is asked for once, however many files are wanted in it: where it is missing, none of them costs anything. */
function findFolder(directory: string, path: string, folders: Map<string, Folder>): Folder {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const above = path === '' ? 'present' : findFolder(directory, folderOf(path), folders);
  const folder = above === 'present' ? lookUp(directory, path) : above;
  folders.set(path, folder);
  return folder;
}

function lookUp(directory: string, path: string): Folder {
  const stats = lstatSync(`${directory}/${path}`, { throwIfNoEntry: false });
  if (stats === undefined) return 'absent';
  // a linked folder is not followed: what lies behind it is outside of the tree
  return stats.isDirectory() ? 'present' : { kind: 'blocked', by: path };
}

function readEntry(directory: string, path: string): Entry | undefined {
  const file = `${directory}/${path}`;
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isFile()) return { kind: 'file', text: readText(file) };
  return stats.isDirectory() ? { kind: 'folder', holds: listAll(directory, path) } : { kind: 'other' };
}

function readText(file: string): string | undefined {
  const text = readFileSync(file, 'utf8');
  // what cannot be read as UTF-8 becomes this character, which a text may hold as well
  return text.includes('\ufffd') && !readFileSync(file).equals(Buffer.from(text)) ? undefined : text;
}

function listAll(directory: string, folder: string): string[] {
  return readdirSync(`${directory}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listAll(directory, path) : [path];
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
