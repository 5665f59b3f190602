/** What is wrong with an expression, in a few words. */
export class ExpressionFault extends Error {}

/** A token of the Common Expression Language. */
export interface Token {
  readonly kind: 'name' | 'sign' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'end';
  readonly text: string;
}

const patterns: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /(?:\s+|\/\/[^\n]*)/y],
  ['bytes', /[bB][rR]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\\\n]*"|'[^'\\\n]*')/y],
  ['string', /[rR](?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')/y],
  ['string', /"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''/y],
  ['string', /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
  ['double', /[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?/y],
  ['uint', /(?:0x[0-9a-fA-F]+|[0-9]+)[uU]/y],
  ['int', /0x[0-9a-fA-F]+|[0-9]+/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]{}]/y],
];

const ESCAPE = /\\(?:[abfnrtv\\?"'`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})/g;

/**
 * The tokens of an expression, `end` last.
 *
 * @throws ExpressionFault where there is none
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = tokenAt(text, at);
    if (found === undefined) throw new ExpressionFault(`nothing can begin with ${text.slice(at, at + 1)}`);
    at += found.text.length;
    if (found.kind !== 'blank') tokens.push({ kind: found.kind, text: found.text });
  }
  return [...tokens, { kind: 'end', text: 'the end' }];
}

function tokenAt(
  text: string,
  at: number,
): { readonly kind: Token['kind'] | 'blank'; readonly text: string } | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    if (kind === 'string' && !/^[rR]/.test(found) && found.replace(ESCAPE, '').includes('\\')) {
      throw new ExpressionFault(`an escape that is none in ${found}`);
    }
    return { kind, text: found };
  }
  return undefined;
}
