import { plainFloat } from './float-text';
import { readTime } from './timestamp';
import type { Null, Scalar, ScalarType } from './tree';

/** A plain scalar that go-yaml reads as something SOPS cannot hold; the message names no value. */
export class UnreadableScalar extends Error {}

const WORDS: ReadonlyMap<string, Scalar | Null> = new Map<string, Scalar | Null>([
  ...each({ kind: 'null' }, '', '~', 'null', 'Null', 'NULL'),
  ...each(scalar('bool', 'True'), 'true', 'True', 'TRUE'),
  ...each(scalar('bool', 'False'), 'false', 'False', 'FALSE'),
  ...each(scalar('float', 'NaN'), '.nan', '.NaN', '.NAN'),
  ...each(scalar('float', '+Inf'), '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...each(scalar('float', '-Inf'), '-.inf', '-.Inf', '-.INF'),
]);

function each(value: Scalar | Null, ...words: string[]): [string, Scalar | Null][] {
  return words.map((word) => [word, value]);
}

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INT64 = 2n ** 63n;

/**
 * The value of a plain scalar as go-yaml v3 gives it to SOPS (its `resolve.go`): YAML 1.2 but for `0644`, `0b1`, `1_000`
 * and dates, which it takes from 1.1, and for `yes` and `on`, which it does not.
 *
 * @throws UnreadableScalar for an integer beyond Go's `int`, and for the merge key
 */
export function resolvePlain(text: string): Scalar | Null {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (text === '<<') throw new UnreadableScalar('a merge key, which SOPS turns into a key of that name');
  if (/^[-+\d]/.test(text)) return resolveTime(text) ?? resolveNumber(text.replaceAll('_', '')) ?? scalar('str', text);
  if (/^\.\d[\deE+-]*$/.test(text)) return readFloat(text) ?? scalar('str', text);
  return scalar('str', text);
}

/** Whether a string, written without quotes, reads back as itself. */
export function staysString(text: string): boolean {
  try {
    const value = resolvePlain(text);
    return value.kind === 'scalar' && value.type === 'str';
  } catch (error) {
    if (error instanceof UnreadableScalar) return false;
    throw error;
  }
}

function resolveTime(text: string): Scalar | undefined {
  const time = readTime(text);
  return time === undefined ? undefined : scalar('time', time);
}

function resolveNumber(text: string): Scalar | undefined {
  const value = readInteger(text);
  if (value === undefined) return readFloat(text);
  if (value >= -INT64 && value < INT64) return scalar('int', value.toString());
  if (value >= INT64 && value < 2n * INT64) throw new UnreadableScalar('an integer beyond 64 bits with a sign');
  // what no integer of Go's holds is read as a float, if it is written as one
  return readFloat(text);
}

/** Go's `ParseInt(text, 0, 64)`, and the prefixes `0b` and `0o` before a sign. */
function readInteger(text: string): bigint | undefined {
  const { sign = '', digits = '' } = /^(?<sign>[-+]?)(?<digits>\d.*)$/.exec(text)?.groups ?? {};
  const forms: readonly (readonly [RegExp, string, number])[] = [
    [/^0[xX](?<body>[0-9a-fA-F]+)$/, '0x', 2],
    [/^0[bB](?<body>[01]+)$/, '0b', 2],
    [/^0[oO](?<body>[0-7]+)$/, '0o', 2],
    [/^0(?<body>[0-7]+)$/, '0o', 1],
    [/^(?<body>0|[1-9]\d*)$/, '', 0],
  ];
  for (const [form, prefix, skip] of forms) {
    if (form.test(digits)) return (sign === '-' ? -1n : 1n) * BigInt(prefix + digits.slice(skip));
  }
  const inner = /^0(?<base>[bo])(?<sign>[-+])(?<body>\d+)$/.exec(text)?.groups;
  if (inner?.body === undefined || !(inner.base === 'b' ? /^[01]+$/ : /^[0-7]+$/).test(inner.body)) return undefined;
  return (inner.sign === '-' ? -1n : 1n) * BigInt(`0${inner.base ?? ''}${inner.body}`);
}

function readFloat(text: string): Scalar | undefined {
  const value = FLOAT.test(text) ? Number(text) : Infinity;
  // Go calls a number out of range no number
  return Number.isFinite(value) ? scalar('float', plainFloat(value)) : undefined;
}

function scalar(type: ScalarType, text: string): Scalar {
  return { kind: 'scalar', type, text };
}
