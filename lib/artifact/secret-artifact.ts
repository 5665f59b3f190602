/** What making a file's plain text may use: the sources, opened, and the two things that are in no argument. */
export interface OpenedSources {
  /** Plain text of a source, by its path in the tree. */
  readonly textOf: (path: string) => string;
  /** What the file says so far; absent where it is not there yet, or cannot be opened. */
  readonly previous?: string;
  /** Gives that many random bytes. */
  readonly random: (size: number) => Uint8Array;
  readonly now: Date;
}

/** An encrypted file that nothing is rendered into: somebody made it once, and others are made from it. */
export interface SecretSource {
  /** Path inside the tree. */
  readonly path: string;
  /** Command that makes it, e.g. `plinth secrets init prod/edge`. */
  readonly madeBy: string;
}

/**
 * One file of the tree that is written encrypted only. A rendering says what it is made from; its plain text is made by
 * synthesis, in memory, once the sources are open, and only where something that it is made from has changed.
 */
export interface SecretArtifact {
  readonly secrecy: 'encrypted';
  /** Path inside the tree; ends in `.sops.yaml`. */
  readonly path: string;
  /** Who makes the file: the id of a cluster, `<group>/<name>`. */
  readonly owner: string;
  /** All that decides the file besides its secrets, as a text: whoever has no key tells by it whether the file is stale. */
  readonly publicInput: string;
  /** Encrypted files of the tree whose values go into it. */
  readonly sources: readonly SecretSource[];
  /** The YAML text before encryption. */
  readonly plainText: (opened: OpenedSources) => string;
}
