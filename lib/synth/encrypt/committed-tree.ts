import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../ownership/owner-index';
import { readIndex, readInputDigests } from '../ownership/read-index';

/** The tree as the last synthesis left it: what encryption needs of it. */
export interface CommittedTree {
  /** Text of a file; absent where there is none. */
  readonly textOf: (path: string) => string | undefined;
  /** Digest of what an encrypted file was made from; absent where the file is not what synthesis wrote. */
  readonly inputsOf: (path: string) => string | undefined;
}

/**
 * Reads a tree on disk, file by file as it is asked for.
 *
 * @throws SynthesisError with every list of the tree that cannot be used
 */
export function readCommitted(directory: string): CommittedTree {
  const flatten = (lists: ReturnType<typeof readIndex>) =>
    new Map([...lists.values()].flatMap(({ files }) => [...files]));
  const written = flatten(readIndex(directory));
  const inputs = flatten(readInputDigests(directory));
  const textOf = (path: string) => {
    const file = join(directory, path);
    return existsSync(file) && lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  };
  return {
    textOf,
    inputsOf: (path) => {
      const text = textOf(path);
      return text !== undefined && written.get(path) === digestOf(text) ? inputs.get(path) : undefined;
    },
  };
}

/** A tree of nothing, as before the first synthesis. */
export const emptyTree: CommittedTree = { textOf: () => undefined, inputsOf: () => undefined };
