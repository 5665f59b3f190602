import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFloat, yamlFloat } from '../../lib/secrets/sops/float-text';
import { readYaml } from '../../lib/secrets/sops/read-yaml';
import { resolvePlain } from '../../lib/secrets/sops/resolve-scalar';
import { combineShares, splitSecret } from '../../lib/secrets/sops/shamir';
import { writeYaml } from '../../lib/secrets/sops/write-yaml';
import { seeded } from './sops-fixture';
import { listCommentCase, randomCase } from './sops-random-yaml';
import { withoutComments } from './sops-values';

describe('plain scalars', () => {
  // each checked against go.yaml.in/yaml v3.0.4
  it.each([
    ['0644', 'int', '420'],
    ['0o17', 'int', '15'],
    ['-0x1F', 'int', '-31'],
    ['0b-11', 'int', '-3'],
    ['1_000', 'int', '1000'],
    ['+1', 'int', '1'],
    ['-9223372036854775808', 'int', '-9223372036854775808'],
    ['08', 'float', '8'],
    ['1e3', 'float', '1000'],
    ['.5', 'float', '0.5'],
    ['5.', 'float', '5'],
    ['-0.0', 'float', '-0'],
    ['18446744073709551616', 'float', '18446744073709552000'],
    ['1e-7', 'float', '0.0000001'],
    ['.inf', 'float', '+Inf'],
    ['.NaN', 'float', 'NaN'],
    ['true', 'bool', 'True'],
    ['FALSE', 'bool', 'False'],
    ['2024-1-2', 'time', '2024-01-02T00:00:00Z'],
    ['2001-12-14t21:59:43.10-05:00', 'time', '2001-12-14T21:59:43.1-05:00'],
    ['2001-12-14 21:59:43.10', 'time', '2001-12-14T21:59:43.1Z'],
    ['2001-12-14T21:59:43+00:00', 'time', '2001-12-14T21:59:43Z'],
    ['2024-02-30', 'str', '2024-02-30'],
    ['2001-12-14 21:59:43Z', 'str', '2001-12-14 21:59:43Z'],
    ['1e999', 'str', '1e999'],
    ['tRUE', 'str', 'tRUE'],
    ['yes', 'str', 'yes'],
    ['off', 'str', 'off'],
    ['1:20', 'str', '1:20'],
    ['0o9', 'str', '0o9'],
    ['._5', 'str', '._5'],
    ['', 'null', undefined],
    ['~', 'null', undefined],
  ])('%s is read as %s', (source, type, text) => {
    const value = resolvePlain(source);
    expect(value).toEqual(type === 'null' ? { kind: 'null' } : { kind: 'scalar', type, text });
  });
});

describe('floats', () => {
  it('are written as Go writes them', () => {
    expect([1e21, 123456.7, 1234567.5, 1e-5, 0.0001, -0, 100].map(yamlFloat)).toEqual([
      ...['1e+21', '123456.7', '1.2345675e+06', '1e-05', '0.0001', '-0.0', '100.0'],
    ]);
    expect([1e21, 1e-7, 1.5, -0].map(plainFloat)).toEqual(['1000000000000000000000', '0.0000001', '1.5', '-0']);
  });

  it('read back as themselves', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainFloat(value))).toBe(value);
        expect(Number(yamlFloat(value))).toBe(value);
      }),
    );
  });
});

describe('YAML texts', () => {
  it('keep their values, and are written the same once they were written', () => {
    fc.assert(
      fc.property(fc.oneof(randomCase, listCommentCase), ({ text }) => {
        const read = readYaml(text);
        const written = writeYaml(read);
        expect(readYaml(written).map((document) => withoutComments(document))).toEqual(read.map(withoutComments));
        expect(writeYaml(readYaml(written))).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  it('keep any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 8 }), (text, indent) => {
        const value = { kind: 'scalar', type: 'str', text } as const;
        const list = { kind: 'list', items: [value] } as const;
        const document = {
          kind: 'map',
          members: [
            { kind: 'entry', key: text, value },
            { kind: 'entry', key: `${text}.`, value: list },
          ],
        } as const;
        expect(readYaml(writeYaml([document], indent))).toEqual([document]);
      }),
    );
  });

  it('keep comments where they stand', () => {
    const text = '# a\nb: 1 # c\n# d\ne:\n    # f\n    g:\n        # h\n        - 1\n        # i\n    # j\n# k\n';
    expect(writeYaml(readYaml(text))).toBe(text);
  });

  it('are read with a closing bracket at the start of a line, as go-yaml writes it', () => {
    const [document] = readYaml('a:\n    b: {\n        # c\n}\n    d: 1\n');
    expect(document && writeYaml([withoutComments(document)])).toBe('a:\n    b: {}\n    d: 1\n');
  });

  it('expand aliases', () => {
    expect(writeYaml(readYaml('a: &x {b: [1]}\nc: *x\n'))).toBe('a:\n    b:\n        - 1\nc:\n    b:\n        - 1\n');
  });
});

describe('secret sharing', () => {
  it('gives the secret back from any shares that are enough', () => {
    const secret = seeded('secret')(32);
    const shares = splitSecret(secret, 5, 3, seeded('shares'));
    for (const chosen of [
      [0, 1, 2],
      [4, 2, 0],
      [1, 2, 3, 4],
    ]) {
      expect(combineShares(chosen.map((i) => shares[i] ?? secret))).toEqual(Uint8Array.from(secret));
    }
    expect(combineShares(shares.slice(0, 2))).not.toEqual(Uint8Array.from(secret));
  });

  it('fails for shares that do not belong together', () => {
    expect(() => combineShares([Uint8Array.of(1, 1)])).toThrow(RangeError);
    expect(() => combineShares([Uint8Array.of(1, 1), Uint8Array.of(2, 1)])).toThrow(RangeError);
    expect(() => splitSecret(Uint8Array.of(1), 2, 3, seeded('x'))).toThrow(RangeError);
  });
});
