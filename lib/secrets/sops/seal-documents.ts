import { NONCE_SIZE, seal } from './cipher';
import { positionOf, type SealedLeaf } from './decrypt';
import { placeOf, SopsError } from './error';
import { Mac } from './mac';
import { cipherType, plainBytes } from './plain-bytes';
import { compileRegex, compileRule, type EncryptionRule } from './rule';
import { str, type Mapping, type Scalar } from './tree';
import { mapLeaves, type Visited } from './walk';

/** Gives as many random bytes as it is asked for; those of the system in the product. */
export type Randomness = (size: number) => Uint8Array;

/** Documents with their values encrypted, and the digest of the plain ones. */
export interface SealedDocuments {
  readonly documents: readonly Mapping[];
  readonly digest: string;
}

/**
 * Encrypts what a rule selects. A value that the previous file held in the same place, or a comment below the same keys,
 * keeps its cipher text; so does a value that moved inside a list.
 */
export function sealDocuments(
  documents: readonly Mapping[],
  rule: EncryptionRule,
  dataKey: Uint8Array,
  random: Randomness,
  previous: readonly SealedLeaf[] = [],
): SealedDocuments {
  const selects = compileRule(rule);
  const mac = new Mac(rule.macOnlyEncrypted === true);
  const store = new CipherTexts(previous);
  // those that stayed in their place choose first
  for (const [index, document] of documents.entries()) {
    mapLeaves(document, selects, (visited) => {
      if (visited.encrypted && visited.leaf.kind === 'scalar') store.keep(positionOf(index, visited.path), visited);
      return plainOf(visited);
    });
  }
  const mustNotMatch = hidden(rule);
  const sealed = documents.map((document, index) =>
    mapLeaves(document, selects, (visited) => {
      const plain = plainOf(visited);
      mac.add(visited, plain);
      // SOPS has no cipher text for an empty text
      if (!visited.encrypted || isBlank(plain)) return plain;
      const position = visited.leaf.kind === 'scalar' ? positionOf(index, visited.path) : undefined;
      const text = store.take(position, visited) ?? sealLeaf(visited, dataKey, random(NONCE_SIZE));
      if (visited.leaf.kind === 'comment' && mustNotMatch(text))
        throw new SopsError(
          'bad-rule',
          'unencrypted_comment_regex matches an encrypted comment',
          'make it longer',
          placeOf(index, visited.path),
        );
      return str(text);
    }),
  );
  return { documents: sealed, digest: mac.digest() };
}

/** A comment that matches once it is encrypted could not be told from one that never was. */
function hidden({ select }: EncryptionRule): (text: string) => boolean {
  const expression = select?.unencryptedCommentRegex ?? '';
  return expression === '' ? () => false : compileRegex(expression);
}

function plainOf({ leaf }: Visited): Scalar {
  return leaf.kind === 'comment' ? str(leaf.text) : leaf;
}

function isBlank({ type, text }: Scalar): boolean {
  return text === '' && (type === 'str' || type === 'bytes');
}

function sealLeaf(visited: Visited, dataKey: Uint8Array, nonce: Uint8Array): string {
  const plain = plainOf(visited);
  const type = visited.leaf.kind === 'comment' ? 'comment' : cipherType(plain);
  return seal({ type, bytes: plainBytes(plain) }, dataKey, visited.context, nonce);
}

/** The cipher texts of a previous file; each is given out once, so that equal values do not show as equal. */
class CipherTexts {
  private readonly byPosition = new Map<string, SealedLeaf>();
  private readonly byValue = new Map<string, SealedLeaf[]>();
  private readonly kept = new Map<string, string>();

  constructor(leaves: readonly SealedLeaf[]) {
    for (const leaf of leaves) {
      if (leaf.position !== undefined) this.byPosition.set(leaf.position, leaf);
      const key = valueKey(leaf.position === undefined, leaf.context, leaf.plain);
      this.byValue.set(key, [...(this.byValue.get(key) ?? []), leaf]);
    }
  }

  /** Sets aside the cipher text of a value that did not change in its place. */
  keep(position: string, visited: Visited): void {
    const leaf = this.byPosition.get(position);
    const key = valueKey(false, visited.context, plainOf(visited));
    if (leaf === undefined || valueKey(false, leaf.context, leaf.plain) !== key) return;
    this.kept.set(position, leaf.cipherText);
    this.byValue.set(
      key,
      (this.byValue.get(key) ?? []).filter((other) => other !== leaf),
    );
  }

  /** The cipher text to use again, if there is one. */
  take(position: string | undefined, visited: Visited): string | undefined {
    const kept = position === undefined ? undefined : this.kept.get(position);
    if (kept !== undefined) return kept;
    return this.byValue.get(valueKey(position === undefined, visited.context, plainOf(visited)))?.shift()?.cipherText;
  }
}

function valueKey(isComment: boolean, context: string, { type, text }: Scalar): string {
  return JSON.stringify([isComment, context, type, text]);
}
