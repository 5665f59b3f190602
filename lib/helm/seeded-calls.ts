import { actionsOf, type Action, type Token } from './template-tokens';

/** A template whose random calls have become calls of seeded templates, and what of it cannot. */
export interface SeededTemplate {
  readonly text: string;
  /** Calls whose result differs each time and which nothing can seed. */
  readonly unseeded: readonly UnseededCall[];
}

export interface UnseededCall {
  readonly function: string;
  /** File inside the chart, e.g. `templates/secret.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Functions that take arguments and give a text, and the named templates in their place. */
const SEEDED = ['randAlphaNum', 'randAlpha', 'randNumeric', 'randAscii', 'randBytes', 'randInt'];

/** Functions of Sprig whose keys, salts, serial numbers, order or clock are fresh each time. Source: Sprig's function list */
const UNSEEDED = [
  'genCA',
  'genCAWithKey',
  'genSelfSignedCert',
  'genSelfSignedCertWithKey',
  'genSignedCert',
  'genSignedCertWithKey',
  'genPrivateKey',
  'bcrypt',
  'htpasswd',
  'encryptAES',
  'values',
  'ago',
  'durationRound',
];

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Rewrites a template so that whatever it draws is decided by the chart's seed, the place of the call and how many times
 * that call has run. A template that draws nothing comes back as it is.
 *
 * @param file path inside the chart: the name of the place, together with the call's number in the file
 * @param clock the time that `now` gives, in RFC 3339
 */
export function seedTemplate(text: string, file: string, clock: string): SeededTemplate {
  const edits: Edit[] = [];
  const unseeded: UnseededCall[] = [];
  const counts = new Map<string, number>();
  const siteOf = (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return JSON.stringify(`${file} ${name} ${String(count)}`);
  };
  for (const action of actionsOf(text)) {
    action.forEach((token, index) => {
      if (token.kind !== 'word') return;
      // `now.Year` calls a function and reads of its result
      const [name = ''] = token.text.split('.');
      if (UNSEEDED.includes(name)) unseeded.push({ function: name, file, line: lineOf(text, token.start) });
      else edits.push(...editsOf({ name, action, index, token, siteOf, clock }));
    });
  }
  return { text: apply(text, edits), unseeded };
}

interface Call {
  readonly name: string;
  readonly action: Action;
  readonly index: number;
  readonly token: Token;
  readonly siteOf: (name: string) => string;
  readonly clock: string;
}

function editsOf({ name, action, index, token, siteOf, clock }: Call): readonly Edit[] {
  const replace = (insert: string): Edit => ({ at: token.start, remove: name.length, insert });
  if (name === 'now') return [replace(`(mustToDate "2006-01-02T15:04:05Z07:00" ${JSON.stringify(clock)})`)];
  if (name === 'uuidv4') return [replace(`(include "plinth.uuidv4" (list ${siteOf(name)} $))`)];
  if (name !== token.text || !startsCommand(action, index)) return [];
  const end = endOfCommand(action, index);
  // Go walks a map in random order
  if (name === 'keys') return [{ at: end, remove: 0, insert: ' | sortAlpha' }];
  if (!SEEDED.includes(name)) return [];
  // a pipe adds its value as the last argument, to `list` as to the function itself
  const call = ` | include "plinth.${name}"${name === 'randInt' ? ' | int' : ''}`;
  return [replace(`list ${siteOf(name)} $`), { at: end, remove: 0, insert: call }];
}

const KEYWORDS = ['if', 'else', 'range', 'with'];

/** Whether a word is called, and no argument of another call. */
function startsCommand(action: Action, index: number): boolean {
  const before = action[index - 1];
  if (before === undefined) return true;
  if (before.kind === 'word') return KEYWORDS.includes(before.text);
  if (before.kind === 'text') return ['template', 'block'].includes(action[index - 2]?.text ?? '');
  return before.kind !== 'close';
}

function endOfCommand(action: Action, index: number): number {
  let depth = 0;
  let end = action[index]?.end ?? 0;
  for (const token of action.slice(index + 1)) {
    if (depth === 0 && (token.kind === 'pipe' || token.kind === 'close')) break;
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    end = token.end;
  }
  return end;
}

function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
    result += text.slice(done, at) + insert;
    done = at + remove;
  }
  return result + text.slice(done);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
