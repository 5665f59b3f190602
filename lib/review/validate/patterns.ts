/** POSIX classes that Go knows inside brackets and JavaScript does not. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\t\\n\\v\\f\\r ',
  xdigit: '0-9A-Fa-f',
};

/**
 * A pattern of a schema, written for Go's RE2, as JavaScript's expression; nothing where JavaScript cannot say the same.
 *
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function toRegExp(pattern: string): RegExp | undefined {
  // flags inside a group (`((?i)a)b`) hold for the rest of the group only: no flag of the whole expression says that
  const [, flags = '', rest = pattern] = /^(?:\^)?\(\?([ims]+)\)(.*)$/s.exec(pattern) ?? [];
  const anchor = flags !== '' && pattern.startsWith('^') ? '^' : '';
  const source = `${anchor}${rest}`
    .replace(/\[:(\w+):\]/g, (posix, name: string) => CLASSES[name] ?? posix)
    .replaceAll('(?P<', '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$');
  // with `u` a character is a code point, as in Go; without it more escapes are allowed (`\-`, `\_`)
  return compile(source, `u${flags}`) ?? compile(source, flags);
}

function compile(source: string, flags: string): RegExp | undefined {
  // read without `u`, these would be taken for the letters themselves
  if (!flags.includes('u') && /\[:\^?\w+:\]|\\[pPQEC]|\(\?[a-z]+[):-]/.test(source)) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
