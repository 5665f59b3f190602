// How a string is written: plain where every reader takes it for the same string, as a literal block where it has lines,
// in double quotes otherwise. Readers in the field speak YAML 1.1 (PyYAML, Ruby, older Go) as often as 1.2.

/**
 * Most strings of a manifest: nothing here can start a comment, a key or another type (the words below aside, and `e0`,
 * which the `yaml` package takes for a number in its 1.1 mode).
 */
const HARMLESS = /^(?!e[-+]?[0-9]+$)[A-Za-z_/][\w./@+=,%~()$-]*(?:[: ][\w./@+=,%~()$-]+)*$/i;

/** Words of YAML 1.1 and 1.2 that are no strings; `=` and `<<` have a meaning in 1.1. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;
const LONGEST_WORD = 'false'.length;

/** Numbers as anyone reads them: `_` and `,` group digits (Go drops every `_` first, so that `+_4` is 4), bases 2, 8 and 16, base 60 (`1:20`), `.inf`, `.nan`. */
const NUMBER = new RegExp(
  [
    String.raw`^[-+]?[0-9_,]*(?:\.[0-9_,]*)?(?:e[-+]?[0-9_]+)?$`,
    String.raw`^[-+]?_*0_*[xob][0-9a-f_,]*$`,
    String.raw`^[-+]?[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?$`,
    String.raw`^[-+]?\.(?:inf|nan)$`,
  ].join('|'),
  'i',
);
const DATE = /^-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/;

/** Indicators that open another node or a directive; `-` is one before a space only, so that `--flag` stays plain. */
const OPENS = /^(?:[\s?:,[\]{}#&*!|>'"%@`]|-(?:\s|$)|---|\.\.\.)/;
/** What ends a plain scalar, or is lost at its end. */
const BREAKS = /:\s|:$|\s#|\s$/;

/**
 * Everything but what is printed the same everywhere: controls, line separators, the byte order mark, spaces other than
 * U+0020, and marks that turn the writing direction. Fixed ranges: property classes change with the Unicode version of Node.
 */
const EXOTIC =
  '\\x00-\\x1f\\x7f-\\xa0\\u00ad\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ue000-\\uf8ff\\ufeff\\ufff0-\\uffff';
const HAS_EXOTIC = new RegExp(`[${EXOTIC}]`);
const EACH_EXOTIC = new RegExp(`[${EXOTIC}]`, 'g');
/** The same, but for what lines are made of. */
const HAS_EXOTIC_IN_BLOCK = new RegExp(`(?![\\n\\t])[${EXOTIC}]`);

/** Longest key that may stand before its colon without `?`: YAML 1.2 §8.2.2, and what PyYAML and libyaml accept. */
const LONGEST_KEY = 1000;

/** Whether a string reads back as itself without quotes, in every reader and in block context. */
export function isPlain(text: string): boolean {
  return (
    isHarmless(text) ||
    (text !== '' &&
      !OPENS.test(text) &&
      !BREAKS.test(text) &&
      !HAS_EXOTIC.test(text) &&
      !WORD.test(text) &&
      !NUMBER.test(text) &&
      !DATE.test(text))
  );
}

/** The quick answer for most strings: plain, and ASCII throughout. */
export function isHarmless(text: string): boolean {
  return HARMLESS.test(text) && (text.length > LONGEST_WORD || !WORD.test(text));
}

/** A string as the value of a key or an item. `pad` starts a line of its block: a line break and the indentation. */
export function writeString(text: string, pad: string): string {
  if (isPlain(text)) return text;
  return text.includes('\n') && fitsBlock(text) ? block(text, pad) : quote(text);
}

/** A string as a key, with its colon. `pad` starts a line at the key's own indentation. */
export function writeKey(text: string, pad: string): string {
  const key = isPlain(text) ? text : quote(text);
  return key.length <= LONGEST_KEY ? `${key}:` : `? ${key}${pad}:`;
}

/** A number as both versions of YAML read it; 1.1 knows an exponent only after a dot. */
export function writeNumber(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const exponent = text.indexOf('e');
  return exponent < 0 || text.includes('.') ? text : `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

/** JSON's escapes are YAML's; the rest of what is not printed is escaped as well. */
export function quote(text: string): string {
  const json = JSON.stringify(text);
  return HAS_EXOTIC.test(json)
    ? json.replaceAll(EACH_EXOTIC, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
}

/** Lines of spaces at either end and tabs at the start of a line are read differently by different parsers. */
function fitsBlock(text: string): boolean {
  return /[^\s]/.test(text) && !HAS_EXOTIC_IN_BLOCK.test(text) && !/^\s*?\n? +\n|^\t|\n\t|\n +\n*$/.test(text);
}

function block(text: string, pad: string): string {
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const lines = text.endsWith('\n') ? text.slice(0, -1) : text;
  // without a digit, the first line with content tells the indentation
  const indicator = /^\n* /.test(text) ? '2' : '';
  return `|${indicator}${chomping}${(pad === '' ? '' : `\n${lines}`).replaceAll(/\n(?=[^\n])/g, pad)}`;
}
