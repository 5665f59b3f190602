import { readTime } from '../../../secrets';

/** What YAML 1.2 or go-yaml reads as null, a boolean, a number that is none, or the merge key. */
const WORD =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|-0(?:\.0)?|<<)$/;
/** Words of YAML 1.1, which go-yaml reads as strings but quotes for others. */
const OLD_WORD = /^(?:[yYnN]|yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/;
/** Numbers to base 60, as YAML 1.1 has them. */
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

const INTEGER =
  /^(?<sign>[-+]?)(?:0[xX](?<hex>[\da-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9]\d*))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INT64 = 2n ** 63n;

/**
 * Whether go-yaml writes a string without quotes as far as its meaning goes: read back, the word would still be a string,
 * in YAML 1.1 as well. Source: go-yaml v4, `resolver.go` and `representer.go`.
 */
export function staysString(text: string): boolean {
  return !(
    text === '' ||
    WORD.test(text) ||
    OLD_WORD.test(text) ||
    BASE_60.test(text) ||
    isNumber(text) ||
    isTime(text)
  );
}

function isNumber(text: string): boolean {
  // behind a point go-yaml leaves the reading to Go, which takes `_` between digits only
  if (text.startsWith('.')) return isFloat(text.replaceAll(/(?<=\d)_(?=\d)/g, ''));
  if (!/^[-+\d]/.test(text)) return false;
  const digits = text.replaceAll('_', '');
  return isInteger(digits) || isFloat(digits);
}

/** Whether Go's integers of 64 bits, signed or not, hold the number. */
export function isInteger(text: string): boolean {
  const { sign = '', hex, binary, octal, decimal } = INTEGER.exec(text)?.groups ?? {};
  const digits = hex ?? binary ?? octal ?? decimal;
  if (digits === undefined) return false;
  const prefix = hex !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : '';
  const value = BigInt(prefix + digits);
  return value < INT64 || (sign === '' && value < 2n * INT64) || (sign === '-' && value === INT64);
}

/** A number beyond a float's range is none to Go. */
function isFloat(text: string): boolean {
  return FLOAT.test(text) && Number.isFinite(Number(text));
}

function isTime(text: string): boolean {
  return readTime(text) !== undefined;
}
