import { isCipherText, open } from './cipher';
import { placeOf, SopsError } from './error';
import { Mac } from './mac';
import { takeMetadata, type Metadata } from './metadata';
import { fromPlainBytes } from './plain-bytes';
import { readYaml } from './read-yaml';
import { compileRule } from './rule';
import { str, type Mapping, type Node, type Scalar } from './tree';
import { mapLeaves, type Visited } from './walk';

/** A value or comment with the cipher text that it had in its file. */
export interface SealedLeaf {
  /** Document and path; undefined for a comment, which has no place of its own. */
  readonly position: string | undefined;
  readonly context: string;
  readonly plain: Scalar;
  readonly cipherText: string;
  /** Whether it is a comment that stands as an item of a list: sops 3.13 writes them so, and then fails at their MAC. */
  readonly isItem?: boolean;
}

/** An encrypted file as it was read, closed. */
export interface EncryptedFile {
  readonly text: string;
  readonly metadata: Metadata;
  /** Without the metadata. */
  readonly documents: readonly Mapping[];
}

/** An encrypted file with its values in plain text; the MAC was verified. */
export interface OpenFile extends EncryptedFile {
  readonly plain: readonly Mapping[];
  /** Of the plain values. */
  readonly digest: string;
  readonly dataKey: Uint8Array;
  readonly sealed: readonly SealedLeaf[];
}

/**
 * Reads an encrypted file without opening it.
 *
 * @throws SopsError for what is no file of SOPS
 */
export function readEncrypted(text: string): EncryptedFile {
  return { text, ...takeMetadata(readYaml(text)) };
}

/**
 * Decrypts a file and verifies its MAC.
 *
 * @throws SopsError for a value that was changed or is not encrypted, for a missing MAC and for one that does not fit
 */
export function openFile(file: EncryptedFile, dataKey: Uint8Array): OpenFile {
  const { metadata } = file;
  const selects = compileRule(metadata.rule);
  const mac = new Mac(metadata.rule.macOnlyEncrypted === true);
  const sealed: SealedLeaf[] = [];
  const contexts = new Set(file.documents.flatMap((document) => contextsOf(document, '')));
  const plain = file.documents.map((document, index) =>
    mapLeaves(document, selects, (visited) => {
      const opened = visited.encrypted ? openLeaf(visited, dataKey, index, contexts) : undefined;
      if (opened !== undefined) sealed.push(opened);
      const value = opened?.plain ?? plainOf(visited);
      if (opened?.isItem === true) return { kind: 'comment', text: value.text, inline: false };
      mac.add(visited, value);
      return value;
    }),
  );
  const digest = mac.digest();
  verify(metadata, dataKey, digest);
  return { ...file, plain, digest, dataKey, sealed };
}

function verify({ mac, lastModified }: Metadata, dataKey: Uint8Array, digest: string): void {
  if (mac === '')
    throw new SopsError(
      'no-mac',
      'no MAC in the file',
      'restore the file, since nothing proves its values',
      'sops.mac',
    );
  const opened = open(mac, dataKey, lastModified);
  if (opened === undefined)
    throw new SopsError('tampered', 'MAC or time of the last change was altered', 'restore the file', 'sops.mac');
  if (opened.bytes.toString('utf8') !== digest)
    throw new SopsError(
      'mac-mismatch',
      'values that the MAC does not cover',
      'restore the file, or edit it with sops',
      'sops.mac',
    );
}

function plainOf({ leaf }: Visited): Scalar {
  return leaf.kind === 'comment' ? str(leaf.text) : leaf;
}

function openLeaf(
  visited: Visited,
  dataKey: Uint8Array,
  index: number,
  contexts: ReadonlySet<string>,
): SealedLeaf | undefined {
  const { leaf, context, path } = visited;
  const place = placeOf(index, path);
  // an empty text has no cipher text
  if (leaf.text === '' && (leaf.kind === 'comment' || leaf.type === 'str')) return undefined;
  if (leaf.kind === 'comment') return openComment(leaf.text, context, dataKey, contexts, place);
  if (leaf.type !== 'str' || !isCipherText(leaf.text))
    throw new SopsError(
      'tampered',
      'a readable value where the rule wants an encrypted one',
      'edit the file with sops',
      place,
    );
  const opened = open(leaf.text, dataKey, context);
  if (opened?.type === 'comment' && typeof path.at(-1) === 'number') {
    const comment = str(opened.bytes.toString('utf8'));
    return { position: undefined, context, plain: comment, cipherText: leaf.text, isItem: true };
  }
  const plain = opened && fromPlainBytes(opened.type, opened.bytes);
  if (plain === undefined)
    throw new SopsError('tampered', 'an encrypted value that was altered or moved', 'restore the file', place);
  return { position: positionOf(index, path), context, plain, cipherText: leaf.text };
}

/** go-yaml moves comments between levels, so that one may be bound to another place than where it stands. */
function openComment(
  text: string,
  context: string,
  dataKey: Uint8Array,
  contexts: ReadonlySet<string>,
  place: string,
): SealedLeaf | undefined {
  // old releases left comments as they were
  if (!isCipherText(text)) return undefined;
  for (const candidate of [context, ...contexts]) {
    const opened = open(text, dataKey, candidate);
    if (opened === undefined) continue;
    return { position: undefined, context: candidate, plain: str(opened.bytes.toString('utf8')), cipherText: text };
  }
  throw new SopsError('tampered', 'an encrypted comment that was altered', 'restore the file', place);
}

/** Where a value stands, as the key under which its cipher text is found again. */
export function positionOf(document: number, path: readonly (string | number)[]): string {
  return JSON.stringify([document, ...path]);
}

/** What comments anywhere in a value may be bound to. */
function contextsOf(node: Node, keys: string): string[] {
  switch (node.kind) {
    case 'map':
      return [
        keys === '' ? ':' : keys,
        ...node.members.flatMap((member) =>
          member.kind === 'entry'
            ? [`${keys}${member.key}:`, ...contextsOf(member.value, `${keys}${member.key}:`)]
            : [],
        ),
      ];
    case 'list':
      return node.items.flatMap((item) => (item.kind === 'comment' ? [] : contextsOf(item, keys)));
    default:
      return [];
  }
}
