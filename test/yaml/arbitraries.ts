import fc from 'fast-check';
import { misread } from './misread';

/** Pieces that mean something to a YAML reader, glued together at random. */
const piece = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    ':',
    ': ',
    ' #',
    '#',
    '- ',
    '-',
    '? ',
    '|',
    '>',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    ',',
    '&a',
    '*a',
    '!t',
    '%',
    '@',
    '`',
    '<<',
    '=',
    '~',
    '---',
    '...',
    '0',
    '1',
    '.',
    'e',
    '_',
    '+',
    'x',
    'word',
    'null',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ufffe',
    '\uffff',
    'é',
    '漢',
    '🚀',
  ],
);

/** Strings without half a surrogate pair, of every kind that a reader could trip over. */
export const nastyString = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.constantFrom(...misread),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[-+0-9._:exob,TZ ]{1,8}$/),
);

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);

/** Any plain data. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nastyString,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    // keys that JavaScript keeps in an order of its own stay out of the way of toStrictEqual
    fc.dictionary(
      nastyString.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

/** The same data with the keys of every map in another order. */
export function shuffled(value: unknown, choices: Iterator<number>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shuffled(item, choices));
  const entries = Object.entries(value);
  const mixed: [string, unknown][] = [];
  while (entries.length > 0) {
    const [entry] = entries.splice((choices.next().value as number) % entries.length, 1);
    if (entry !== undefined) mixed.push([entry[0], shuffled(entry[1], choices)]);
  }
  return Object.fromEntries(mixed);
}
