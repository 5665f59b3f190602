import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { EmissionError, emitDocuments, emitValue, parseDocuments } from '../../lib/yaml';
import { jsonValue, nastyString, shuffled } from './arbitraries';

describe('emission', () => {
  it('puts the keys that identify an object first, at every level, and the rest in code-unit order', () => {
    const object = {
      spec: { b: 1, a: 2, name: 'n', Z: 3, é: 4 },
      metadata: { labels: {}, namespace: 's', name: 'n' },
      kind: 'K',
      apiVersion: 'v1',
    };
    expect(emitValue(object)).toBe(
      [
        'apiVersion: v1',
        'kind: K',
        'metadata:',
        '  name: "n"',
        '  namespace: s',
        '  labels: {}',
        'spec:',
        '  name: "n"',
        '  Z: 3',
        '  a: 2',
        '  b: 1',
        '  é: 4',
        '',
      ].join('\n'),
    );
  });

  it('indents lists under their key, and writes lists of lists and of maps on one line each', () => {
    expect(emitValue({ a: [1, { b: 2, a: [3] }, [4, [5]], [], {}] })).toBe(
      'a:\n  - 1\n  - a:\n      - 3\n    b: 2\n  - - 4\n    - - 5\n  - []\n  - {}\n',
    );
  });

  it('leaves undefined members out, and keeps null', () => {
    expect(emitValue({ a: undefined, b: null, c: { d: undefined } })).toBe('b: null\nc: {}\n');
  });

  it('separates documents by a line of three dashes', () => {
    expect(emitDocuments([{ a: 1 }, [], 'x'])).toBe('a: 1\n---\n[]\n---\nx\n');
    expect(emitDocuments([])).toBe('');
  });

  it('writes lines as a literal block whose chomping keeps the end as it is', () => {
    expect(emitValue({ a: 'x\ny\n', b: 'x\ny', c: 'x\n\ny\n\n', d: ' x\ny\n' })).toBe(
      'a: |\n  x\n  y\nb: |-\n  x\n  y\nc: |+\n  x\n\n  y\n\nd: |2\n   x\n  y\n',
    );
  });

  it.each(['a\tb\n\tc', 'a\r\nb', 'a\n\u0000', '\n', ' \nx', 'x\n ', 'a\u2028b\n', '\ta\nb'])(
    'quotes %j, which a block cannot hold in every parser',
    (text) => {
      expect(emitValue({ a: text })).toMatch(/^a: "/);
    },
  );

  it('never folds a long line', () => {
    const long = 'word '.repeat(2000).trim();
    expect(emitValue({ a: long, b: `"${long}` })).toBe(`a: ${long}\nb: ${JSON.stringify(`"${long}`)}\n`);
  });

  it('reads back as the same value in YAML 1.2', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(parse(emitValue(value), { version: '1.2' })).toStrictEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as the same value in YAML 1.1', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(parse(emitValue(value), { version: '1.1' })).toStrictEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as the same documents, and those as the same text', () => {
    fc.assert(
      fc.property(fc.array(jsonValue, { maxLength: 4 }), (documents) => {
        const text = emitDocuments(documents);
        expect(parseDocuments(text)).toStrictEqual(documents);
        expect(emitDocuments(parseDocuments(text))).toBe(text);
        const strict = parseAllDocuments(text, { version: '1.1' });
        expect(strict.flatMap((document) => ('errors' in document ? document.errors : []))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps nasty strings as keys, values and items', () => {
    fc.assert(
      fc.property(nastyString, nastyString, (key, text) => {
        const value = { outer: { [key]: text, list: [text, [text], { [key]: [text] }] } };
        for (const version of ['1.1', '1.2'] as const) {
          expect(parse(emitValue(value), { version })).toStrictEqual(value);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('gives the same bytes whatever the order of the keys', () => {
    fc.assert(
      fc.property(jsonValue, fc.infiniteStream(fc.nat()), (value, choices) => {
        expect(emitValue(shuffled(value, choices))).toBe(emitValue(value));
      }),
    );
  });

  it('tells apart keys that hold the separator of another shape', () => {
    expect(emitValue([{ a: 1, b: 2 }, { 'a\nb': 3 }])).toBe('- a: 1\n  b: 2\n- "a\\nb": 3\n');
  });

  it('writes a key that is too long for a line with its question mark', () => {
    const key = 'k'.repeat(2000);
    const value = { a: [{ [key]: { b: [1] } }] };
    expect(emitValue(value)).toContain(`  - ? ${key}\n    :\n      b:\n`);
    for (const version of ['1.1', '1.2'] as const) expect(parse(emitValue(value), { version })).toEqual(value);
  });

  const cycle: { a: { b: unknown[] } } = { a: { b: [] } };
  cycle.a.b.push(cycle);
  let deep: unknown = 1;
  for (let i = 0; i < 5000; i++) deep = [deep];

  it.each([
    ['NaN', { spec: { a: [1, NaN] } }, 'spec.a[1]: not plain data, got NaN'],
    ['infinity', { a: -Infinity }, 'a: not plain data, got -Infinity'],
    ['a big integer', { a: 10n }, 'a: not plain data, got a bigint'],
    ['a function', { 'a.b': { toJSON: () => 1 } }, '["a.b"].toJSON: not plain data, got a function'],
    ['a symbol', [Symbol('s')], '[0]: not plain data, got a symbol'],
    ['undefined in a list', { a: [undefined] }, 'a[0]: not plain data, got undefined'],
    ['undefined as the document', undefined, 'document: not plain data, got undefined'],
    ['a date', { a: new Date(0) }, 'a: not plain data, got an instance of Date'],
    ['a map', { a: new Map() }, 'a: not plain data, got an instance of Map'],
    ['half a surrogate pair', { a: 'x\ud800' }, 'a: not plain data, got a string with half a surrogate pair'],
    ['half a pair in a key', { b: { 'x\udc00': 1 } }, 'got a key with half a surrogate pair'],
    ['a cycle', cycle, 'a.b[0]: not plain data, got a cycle'],
    ['too many levels', deep, 'got more than 200 levels'],
  ])('fails on %s, with its path', (_name, value, message) => {
    expect(() => emitValue(value)).toThrow(EmissionError);
    expect(() => emitValue(value)).toThrow(message);
  });
});
