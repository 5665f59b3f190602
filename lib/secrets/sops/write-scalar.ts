import { yamlFloat } from './float-text';
import { floatOf } from './plain-bytes';
import { staysString } from './resolve-scalar';
import type { Scalar } from './tree';

/** Words that YAML 1.1 takes for booleans, and numbers to base 60: go-yaml reads them as strings, but quotes them. */
const OLD = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)$/;
/** What cannot begin a plain scalar. */
const OPENS = /^(?:[#,[\]{}&*!|>'"%@`]|[?:-](?:\s|$)|---|\.\.\.|\s)/;
/** What ends one. */
const ENDS = /:(?:\s|$)|\s#|\s$/;
/** What go-yaml does not print, line breaks besides `\n` included. */
const UNPRINTABLE = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
const EACH_ESCAPED = /["\\]|[^\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/gu;

/** A value as go-yaml would write it in block context; `pad` is the indentation of its lines, should it take several. */
export function writeScalar({ type, text }: Scalar, pad: string): string {
  switch (type) {
    case 'str':
      return text.includes('\n') && fitsBlock(text) ? block(text, pad) : writeString(text);
    case 'bool':
      return text.toLowerCase();
    case 'float':
      return yamlFloat(floatOf(text));
    case 'bytes':
      return `!!binary ${text}`;
    case 'int':
    case 'time':
      return text;
  }
}

/** A string on one line: plain, or in quotes. */
export function writeString(text: string): string {
  if (text === '' || OLD.test(text) || !staysString(text)) return quote(text);
  if (text.includes('\n') || text.includes('\t') || UNPRINTABLE.test(text)) return quote(text);
  return OPENS.test(text) || ENDS.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function quote(text: string): string {
  return `"${text.replaceAll(EACH_ESCAPED, escape)}"`;
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
]);

function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  const long = code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  return SHORT.get(char) ?? (code > 0xff ? long : `\\x${hex.padStart(2, '0')}`);
}

/** Leading space needs an indentation digit, trailing space is easily lost: quotes are safer for both. */
function fitsBlock(text: string): boolean {
  return !UNPRINTABLE.test(text.replaceAll('\t', '')) && !/^[\s]| \n| $|^\n*$|\n[ \t]+$|\t\n|\t$/.test(text);
}

function block(text: string, pad: string): string {
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${chomping}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}
