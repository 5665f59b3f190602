import { describe, expect, it } from 'vitest';
import { parseDocuments, YamlParseError } from '../../lib/yaml';

describe('parsing', () => {
  it('gives the documents of a text, without those that hold nothing', () => {
    expect(parseDocuments('a: 1\n---\n# only a comment\n---\n- b\n---\n')).toEqual([{ a: 1 }, ['b']]);
    expect(parseDocuments('')).toEqual([]);
    expect(parseDocuments('# nothing\n')).toEqual([]);
    expect(parseDocuments('---\nnull\n')).toEqual([null]);
  });

  it('reads words as YAML 1.2 does', () => {
    expect(parseDocuments('auto: off\nmode: 0o644\nyes: no\n')).toEqual([{ auto: 'off', mode: 420, yes: 'no' }]);
  });

  it('honours merge keys, and a quoted one as a key', () => {
    expect(parseDocuments('base: &b {x: 1}\na:\n  <<: *b\n  y: 2\n')).toEqual([{ base: { x: 1 }, a: { x: 1, y: 2 } }]);
    expect(parseDocuments('"<<": {x: 1}\n')).toEqual([{ '<<': { x: 1 } }]);
  });

  it.each([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'line 3, column 1: not YAML, got Map keys must be unique'],
    ['an open bracket', 'a: 1\n---\nb: [1\n', 'line 4, column 1: not YAML'],
    ['an unknown anchor', 'a: *b\n', 'Unresolved alias'],
    ['an unknown tag', 'a: 1\nb: !secret x\n', 'line 2, column 4: not YAML, got Unresolved tag: !secret'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'line 2, column 1'],
  ])('fails on %s, with line and column', (_name, text, message) => {
    expect(() => parseDocuments(text)).toThrow(YamlParseError);
    expect(() => parseDocuments(text)).toThrow(message);
  });
});
