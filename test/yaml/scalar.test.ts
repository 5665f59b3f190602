import { describe, expect, it } from 'vitest';
import { emitValue } from '../../lib/yaml';
import { harmless, misread } from './misread';

describe('scalars', () => {
  it.each(misread)('quotes %j as a value and as a key', (text) => {
    expect(emitValue({ a: text })).toMatch(/^a: ".*"\n$/s);
    expect(emitValue({ [text]: 1 })).toMatch(/^".*": 1\n$/s);
    expect(emitValue([text])).toMatch(/^- ".*"\n$/s);
  });

  it.each(harmless)('leaves %j as it is', (text) => {
    expect(emitValue({ a: text })).toBe(`a: ${text}\n`);
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [420, '420'],
    [1e21, '1.0e+21'],
    [1e-7, '1.0e-7'],
    [1.5e-10, '1.5e-10'],
    [0.1, '0.1'],
    [true, 'true'],
    [null, 'null'],
  ])('writes the value %j as %s', (value, text) => {
    expect(emitValue(value)).toBe(`${text}\n`);
  });

  it('escapes what is not printed, by its number', () => {
    expect(emitValue('a\u202eb\u2028\u0085\u007f\ufeff')).toBe('"a\\u202eb\\u2028\\u0085\\u007f\\ufeff"\n');
  });
});
