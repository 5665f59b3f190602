import { RE2JS } from 're2js';
import { SopsError } from './error';

/** What of a file is encrypted; at most one field. Every component of a value's path is tried, list positions are none. */
export interface Selector {
  readonly encryptedRegex?: string;
  readonly unencryptedRegex?: string;
  readonly encryptedSuffix?: string;
  readonly unencryptedSuffix?: string;
  /** Values below or behind a comment that matches. */
  readonly encryptedCommentRegex?: string;
  /** All values but those below or behind a comment that matches. */
  readonly unencryptedCommentRegex?: string;
}

/** How a file is encrypted, whoever it is for. */
export interface EncryptionRule {
  /** @default { unencryptedSuffix: '_unencrypted' }, as SOPS */
  readonly select?: Selector;
  /** Whether the MAC leaves out what stays readable. @default false */
  readonly macOnlyEncrypted?: boolean;
}

/** The selector's fields by their names in a SOPS file and in `.sops.yaml`. */
export const SELECTOR_FIELDS = {
  encrypted_comment_regex: 'encryptedCommentRegex',
  encrypted_regex: 'encryptedRegex',
  encrypted_suffix: 'encryptedSuffix',
  unencrypted_comment_regex: 'unencryptedCommentRegex',
  unencrypted_regex: 'unencryptedRegex',
  unencrypted_suffix: 'unencryptedSuffix',
} as const satisfies Record<string, keyof Selector>;

/** What SOPS writes and does where a rule says nothing. */
export const DEFAULT_SELECTOR: Selector = { unencryptedSuffix: '_unencrypted' };

/** A place as a rule sees it. */
export interface Place {
  /** Keys from the root. */
  readonly keys: readonly string[];
  /** For each level, the comments since the last value; the innermost last. */
  readonly comments: readonly (readonly string[])[];
  /** Whether it is a comment itself: then the last of `comments`. */
  readonly isComment: boolean;
}

/** Tells whether what stands at a place is encrypted. */
export type Selects = (place: Place) => boolean;

/** The selector in use: the default for none or an empty one. */
export function selectorOf(rule: EncryptionRule): Selector {
  return fieldsOf(rule.select ?? {}).length === 0 ? DEFAULT_SELECTOR : (rule.select ?? DEFAULT_SELECTOR);
}

/**
 * Makes a rule's selector ready for use.
 *
 * @throws SopsError for two fields at once, and for an expression that RE2, Go's syntax, does not know
 */
export function compileRule(rule: EncryptionRule): Selects {
  const [first, ...others] = fieldsOf(selectorOf(rule));
  if (first === undefined || others.length > 0)
    throw new SopsError('bad-rule', `${String(others.length + 1)} selectors in one rule`, 'give one');
  const [field, text] = first;
  const matches = field.endsWith('Suffix') ? (part: string) => part.endsWith(text) : compileRegex(text);
  switch (field) {
    case 'encryptedRegex':
    case 'encryptedSuffix':
      return ({ keys }) => keys.some(matches);
    case 'unencryptedRegex':
    case 'unencryptedSuffix':
      return ({ keys }) => !keys.some(matches);
    case 'encryptedCommentRegex':
      return (place) => commentsBefore(place).some(matches);
    case 'unencryptedCommentRegex':
      return ({ comments }) => !comments.flat().some(matches);
  }
}

/** A comment that asks for encryption stays readable itself, or reading could not find it. */
function commentsBefore({ comments, isComment }: Place): readonly string[] {
  const all = comments.flat();
  return isComment ? all.slice(0, -1) : all;
}

/**
 * An expression in Go's syntax that is searched for anywhere in a text.
 *
 * @throws SopsError for an expression that RE2 does not know; SOPS itself takes one for never matching
 */
export function compileRegex(expression: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(expression);
    return (text) => compiled.matcher(text).find();
  } catch {
    throw new SopsError(
      'bad-rule',
      `not a regular expression of Go (RE2), got ${JSON.stringify(expression)}`,
      'write it without lookaround and backreferences',
    );
  }
}

function fieldsOf(selector: Selector): (readonly [keyof Selector, string])[] {
  return Object.values(SELECTOR_FIELDS).flatMap((field) => {
    const text = selector[field];
    return text === undefined || text === '' ? [] : [[field, text] as const];
  });
}
