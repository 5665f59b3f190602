import { INDEX_FOLDER, parseIndex } from './owner-index';

/**
 * The files that the indexes of a tree name, by path, with the owner of each; none where the tree has no index.
 *
 * @throws IndexFormatError for an index that cannot be used
 */
export function ownedFiles(tree: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const indexes = [...tree].filter(([path]) => path.startsWith(`${INDEX_FOLDER}/`)).map(([, text]) => parseIndex(text));
  return new Map(indexes.flatMap(({ owner, files }) => [...files.keys()].map((path) => [path, owner] as const)));
}
