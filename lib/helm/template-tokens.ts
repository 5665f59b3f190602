/** A piece of an action of a Go template, between `{{` and `}}`. */
export interface Token {
  readonly kind: 'word' | 'text' | 'open' | 'close' | 'pipe' | 'assign';
  /** Offsets in the template's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One action of a Go template, without its delimiters and trim markers. */
export type Action = readonly Token[];

const PUNCTUATION: Readonly<Record<string, Token['kind']>> = {
  '(': 'open',
  ')': 'close',
  '|': 'pipe',
  ':': 'assign',
  '=': 'assign',
  ',': 'assign',
};

/** What ends a word besides white space. */
const WORD = /[^\s()|:=,"'`]+/y;

/**
 * The actions of a Go template; comments have none. What is no template to Go (an action that never ends) is left to Helm
 * to report.
 *
 * Source: Go, text/template/parse/lex.go.
 */
export function* actionsOf(template: string): Generator<Action> {
  for (let at = template.indexOf('{{'); at >= 0; at = template.indexOf('{{', at)) {
    const comment = /\{\{(?:-\s)?\s*\/\*/y;
    comment.lastIndex = at;
    if (comment.test(template)) {
      const end = template.indexOf('*/', at);
      if (end < 0) return;
      at = end;
      continue;
    }
    const tokens: Token[] = [];
    const end = readAction(template, at + 2, tokens);
    if (end === undefined) return;
    yield tokens;
    at = end;
  }
}

/** Reads tokens up to `}}`; gives the offset after it. */
function readAction(template: string, from: number, tokens: Token[]): number | undefined {
  let at = from;
  // a trim marker is a hyphen with white space beside it; without, it is a number's sign
  if (/^-\s/.test(template.slice(at, at + 2))) at += 1;
  while (at < template.length) {
    const rest = template.slice(at, at + 3);
    if (rest.startsWith('}}')) return at + 2;
    if (rest === '-}}' && /\s/.test(template[at - 1] ?? '')) return at + 3;
    const char = template[at] ?? '';
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const end = endOfToken(template, at);
    if (end === undefined) return undefined;
    const kind = PUNCTUATION[char] ?? (/["'`]/.test(char) ? 'text' : 'word');
    tokens.push({ kind, start: at, end, text: template.slice(at, end) });
    at = end;
  }
  return undefined;
}

function endOfToken(template: string, at: number): number | undefined {
  const char = template[at] ?? '';
  if (char in PUNCTUATION) return at + 1;
  if (char === '`') {
    const end = template.indexOf('`', at + 1);
    return end < 0 ? undefined : end + 1;
  }
  const pattern = char === '"' ? /"(?:[^"\\\n]|\\.)*"/y : char === "'" ? /'(?:[^'\\\n]|\\.)*'/y : WORD;
  pattern.lastIndex = at;
  const [found] = pattern.exec(template) ?? [];
  if (found === undefined) return undefined;
  const closing = pattern === WORD ? found.indexOf('}}') : -1;
  // `.Values.x}}` ends the word and the action at once
  return at + (closing > 0 ? closing : found.length);
}
