import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreparedTree } from '../prepare';
import { indexPath } from './owner-index';
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
    const entry = folder instanceof Map ? readEntry(directory, path, folder) : folder;
    if (entry !== undefined) entries.set(path, entry);
  };
  for (const [owner, { files, text }] of indexes) {
    entries.set(indexPath(owner), { kind: 'file', text });
    for (const path of files.keys()) visit(path);
  }
  for (const [owner, { files }] of tree.owners) {
    for (const path of files.keys()) visit(path);
    visit(indexPath(owner));
  }
  return { indexes, entries };
}

type Blocked = Extract<Entry, { kind: 'blocked' }>;

/** What a folder holds by name; nothing where there is no folder. */
type Folder = Map<string, Entry['kind']> | Blocked | undefined;

/** A folder is listed once, however many files are wanted in it: that tells files from links without asking for each. */
function findFolder(directory: string, path: string, folders: Map<string, Folder>): Folder {
  if (folders.has(path)) return folders.get(path);
  const folder = path === '' ? listRoot(directory) : openFolder(directory, path, folders);
  folders.set(path, folder);
  return folder;
}

function listRoot(directory: string): Folder {
  return existsSync(directory) ? list(directory) : undefined;
}

function openFolder(directory: string, path: string, folders: Map<string, Folder>): Folder {
  const above = findFolder(directory, folderOf(path), folders);
  if (!(above instanceof Map)) return above;
  const kind = above.get(path.slice(path.lastIndexOf('/') + 1));
  if (kind === undefined) return undefined;
  // a linked folder is not followed: what lies behind it is outside of the tree
  return kind === 'folder' ? list(join(directory, path)) : { kind: 'blocked', by: path };
}

function list(folder: string): Map<string, Entry['kind']> {
  return new Map(
    readdirSync(folder, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    ]),
  );
}

function readEntry(directory: string, path: string, folder: Map<string, Entry['kind']>): Entry | undefined {
  switch (folder.get(path.slice(path.lastIndexOf('/') + 1))) {
    case 'file':
      return { kind: 'file', text: readText(`${directory}/${path}`) };
    case 'folder':
      return { kind: 'folder', holds: listAll(directory, path) };
    case 'other':
      return { kind: 'other' };
    default:
      return undefined;
  }
}

function readText(file: string): string | undefined {
  const text = readFileSync(file, 'utf8');
  // what cannot be read as UTF-8 becomes this character, which a text may hold as well
  return text.includes('\ufffd') && !readFileSync(file).equals(Buffer.from(text)) ? undefined : text;
}

function listAll(directory: string, folder: string): string[] {
  return [...list(join(directory, folder))].flatMap(([name, kind]) => {
    const path = `${folder}/${name}`;
    return kind === 'folder' ? listAll(directory, path) : [path];
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
