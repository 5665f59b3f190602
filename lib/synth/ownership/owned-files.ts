import { isListPath, parseList } from './digest-list';
import { ownerIndex } from './owner-index';

/**
 * The files that the indexes of a tree name, by path, with the owner of each; none where the tree has no index.
 *
 * @throws DigestListError for an index that cannot be used
 */
export function ownedFiles(tree: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const indexes = [...tree]
    .filter(([path]) => isListPath(ownerIndex, path))
    .map(([, text]) => parseList(ownerIndex, text));
  return new Map(indexes.flatMap(({ owner, files }) => [...files.keys()].map((path) => [path, owner] as const)));
}
