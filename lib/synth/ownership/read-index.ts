import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, SynthesisError, type Finding } from '../finding';
import {
  DigestListError,
  isListPath,
  LIST_FOLDER,
  listPath,
  parseList,
  type DigestList,
  type ListKind,
} from './digest-list';
import { inputDigests, ownerIndex } from './owner-index';

/** A list and its text as it stands. */
export interface StoredList extends DigestList {
  readonly text: string;
}

/**
 * Reads the ownership index of every owner of a tree; none where there is no tree.
 *
 * @throws SynthesisError with every index that cannot be used
 */
export function readIndex(directory: string): ReadonlyMap<string, StoredList> {
  return readLists(directory, ownerIndex);
}

/**
 * Reads what the encrypted files of every owner of a tree were made from.
 *
 * @throws SynthesisError with every list that cannot be used
 */
export function readInputDigests(directory: string): ReadonlyMap<string, StoredList> {
  return readLists(directory, inputDigests);
}

function readLists(directory: string, kind: ListKind): ReadonlyMap<string, StoredList> {
  const lists = new Map<string, StoredList>();
  const findings: Finding[] = [];
  for (const path of listFiles(directory, LIST_FOLDER).filter((file) => isListPath(kind, file))) {
    try {
      const text = readFileSync(join(directory, path), 'utf8');
      const list = parseList(kind, text);
      if (listPath(kind, list.owner) !== path)
        throw new DigestListError(
          `the ${kind.title} of ${list.owner}, which stands elsewhere`,
          'restore the file from git',
        );
      lists.set(list.owner, { ...list, text });
    } catch (error) {
      if (!(error instanceof DigestListError)) throw error;
      findings.push(finding({ artifact: path, what: error.what, fix: error.fix }));
    }
  }
  if (findings.length > 0) throw new SynthesisError(findings);
  return lists;
}

/** Every file below a folder, by path inside the tree. */
function listFiles(directory: string, folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(join(directory, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(directory, path);
      return entry.isFile() ? [path] : [];
    });
}
