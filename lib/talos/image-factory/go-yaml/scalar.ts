import { yamlFloat } from '../../../secrets';
import { isInteger, staysString } from './plain-word';

/** What YAML 1.1 ends a line with. */
const BREAK = /[\n\r\u0085\u2028\u2029]/;
/** What go-yaml does not print as it is; a tab is told apart. */
const UNPRINTABLE = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
const HALF_SURROGATE = /\p{Cs}/u;
/** A space before a line break. */
const SPACE_BREAK = / [\n\r\u0085\u2028\u2029]/;
/** A line break before a space. */
const BREAK_SPACE = /[\n\r\u0085\u2028\u2029] /;
/** What cannot begin a plain scalar, or end it, or stand in it. */
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))|:(?:[ \t]|$)|[ \t]#|^ | $/;
/** Anything but Go's `unicode.IsSpace`. */
const VISIBLE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

/** Characters that have an escape of their own. */
const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0xa0, '_'],
  [0x2028, 'L'],
  [0x2029, 'P'],
]);

/** A scalar as go-yaml writes it; `pad` is the indentation of its lines, should it take several. */
export function writeScalar(value: string | number | boolean | null, pad: string): string {
  if (typeof value === 'string') return writeString(value, pad);
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

/** Whether a key stands before its colon on one line: Go counts bytes. */
export function isSimpleKey(key: string): boolean {
  return !BREAK.test(key) && Buffer.byteLength(key) <= LONGEST_KEY;
}

const LONGEST_KEY = 128;

/** Source: go-yaml v4, `stringv` of the representer and `selectScalarStyle` of the emitter. */
function writeString(text: string, pad: string): string {
  if (HALF_SURROGATE.test(text)) {
    throw new Error(`not a text, got ${JSON.stringify(text)}; remove the half of a surrogate pair`);
  }
  if (text.includes('\n')) return VISIBLE.test(text) && fitsBlock(text) ? block(text, pad) : quote(text);
  if (!staysString(text)) return quote(text);
  if (!BREAK.test(text) && !INDICATOR.test(text) && !text.includes('\t') && !UNPRINTABLE.test(text)) return text;
  return BREAK_SPACE.test(text) || SPACE_BREAK.test(text) || text.includes('\t') || UNPRINTABLE.test(text)
    ? quote(text)
    : `'${indentLines(text.replaceAll("'", "''"), pad)}'`;
}

function fitsBlock(text: string): boolean {
  return !text.endsWith(' ') && !SPACE_BREAK.test(text) && !UNPRINTABLE.test(text);
}

/** A literal block, with the line break that it ends in. */
function block(text: string, pad: string): string {
  // go-yaml gives the step of the indentation here, also where the block stands two columns in
  const indentation = text.startsWith(' ') ? '4' : '';
  const chomping = /[\n\u2028\u2029]{2}$/.test(text) ? '+' : /[\n\u2028\u2029]$/.test(text) ? '' : '-';
  const first = /^[\n\u2028\u2029]/.test(text) ? '' : pad;
  return `|${indentation}${chomping}\n${first}${indentLines(text, pad)}`;
}

/** Empty lines stay empty. */
function indentLines(text: string, pad: string): string {
  return text.replaceAll(/(?<=[\n\u2028\u2029])(?=[^\n\u2028\u2029])/gu, pad);
}

function quote(text: string): string {
  // go-yaml looks for a byte order mark at the start of the text, whatever character it is at
  const isMarked = text.startsWith('\ufeff');
  const escaped = Array.from(text, (char) => (isMarked || needsEscape(char) ? escape(char) : char));
  return `"${escaped.join('')}"`;
}

function needsEscape(char: string): boolean {
  return char === '"' || char === '\\' || char === '\t' || BREAK.test(char) || UNPRINTABLE.test(char);
}

function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const short = ESCAPES.get(code);
  if (short !== undefined) return `\\${short}`;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** A number as YAML's reader would take it from JSON: what fits an integer of Go's is one. */
function writeNumber(value: number): string {
  const text = String(value);
  return /^-?\d+$/.test(text) && isInteger(text) ? text : yamlFloat(value);
}
