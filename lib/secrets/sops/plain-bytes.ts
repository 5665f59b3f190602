import { plainFloat } from './float-text';
import { readTime } from './timestamp';
import type { Scalar } from './tree';

/** What SOPS encrypts and feeds to its MAC for a value. */
export function plainBytes({ type, text }: Scalar): Buffer {
  return type === 'bytes' ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
}

/** The type that a cipher text names; bytes that are no UTF-8 are a string to SOPS. */
export function cipherType({ type }: Scalar): string {
  return type === 'bytes' ? 'str' : type;
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** A decrypted value in the type that its cipher text names; undefined where it is none of that type. */
export function fromPlainBytes(type: string, bytes: Buffer): Scalar | undefined {
  const text = bytes.toString('utf8');
  switch (type) {
    case 'str':
    case 'bytes':
      return Buffer.from(text, 'utf8').equals(bytes)
        ? { kind: 'scalar', type: 'str', text }
        : { kind: 'scalar', type: 'bytes', text: bytes.toString('base64') };
    case 'int':
      return /^[-+]?\d+$/.test(text)
        ? { kind: 'scalar', type, text: BigInt(text.replace(/^\+/, '')).toString() }
        : undefined;
    case 'float':
      return readFloat(text);
    case 'bool': {
      if (!TRUE.has(text) && !FALSE.has(text)) return undefined;
      return { kind: 'scalar', type, text: TRUE.has(text) ? 'True' : 'False' };
    }
    case 'time': {
      const time = readTime(text);
      return time === undefined ? undefined : { kind: 'scalar', type, text: time };
    }
    default:
      return undefined;
  }
}

/** A float's text as a number: Go writes `+Inf`, `-Inf` and `NaN`. */
export function floatOf(text: string): number {
  return Number(text.replace(/Inf$/, 'Infinity'));
}

function readFloat(text: string): Scalar | undefined {
  const value = floatOf(text);
  if (text.trim() === '' || (Number.isNaN(value) && text !== 'NaN')) return undefined;
  return { kind: 'scalar', type: 'float', text: plainFloat(value) };
}
