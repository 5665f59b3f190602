import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, SynthesisError, type Finding } from '../finding';
import { INDEX_FOLDER, indexPath, IndexFormatError, parseIndex, type OwnerIndex } from './owner-index';

/** An index and its text as it stands. */
export interface StoredIndex extends OwnerIndex {
  readonly text: string;
}

/**
 * Reads the index of every owner of a tree; none where there is no tree.
 *
 * @throws SynthesisError with every index that cannot be used
 */
export function readIndex(directory: string): ReadonlyMap<string, StoredIndex> {
  const indexes = new Map<string, StoredIndex>();
  const findings: Finding[] = [];
  for (const path of listFiles(directory, INDEX_FOLDER)) {
    try {
      const text = readFileSync(join(directory, path), 'utf8');
      const index = parseIndex(text);
      if (indexPath(index.owner) !== path)
        throw new IndexFormatError(`the index of ${index.owner}, which stands elsewhere`, 'restore the file from git');
      indexes.set(index.owner, { ...index, text });
    } catch (error) {
      if (!(error instanceof IndexFormatError)) throw error;
      findings.push(finding({ artifact: path, what: error.what, fix: error.fix }));
    }
  }
  if (findings.length > 0) throw new SynthesisError(findings);
  return indexes;
}

/** Every index file below a folder, by path inside the tree; no other file is ours to judge. */
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
      return entry.isFile() && path.endsWith(indexPath('').slice(INDEX_FOLDER.length + 1)) ? [path] : [];
    });
}
