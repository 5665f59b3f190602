import { describe, expect, it } from 'vitest';
import { parseManifests, YamlParseError } from '../../lib/yaml';

// e2e/helm asks the real helm the same
describe('a manifest as Kubernetes’ tools read it', () => {
  it('counts in octal after a leading zero, where there is an octal number', () => {
    expect(parseManifests('[0644, 0o644, 08, 0_7, 0, -010, 0o]')).toEqual([[420, 420, 8, 7, 0, -8, '0o']]);
  });

  it('knows the words of YAML 1.1 for yes and no', () => {
    expect(parseManifests('[y, on, Yes, TRUE, n, off, No, FALSE, tRue, "on"]')).toEqual([
      [true, true, true, true, false, false, false, false, 'tRue', 'on'],
    ]);
  });

  it('leaves times and dates texts', () => {
    expect(parseManifests('[12:30, 2024-01-01, 2024-01-01T00:00:00Z]')).toEqual([
      ['12:30', '2024-01-01', '2024-01-01T00:00:00Z'],
    ]);
  });

  it('takes the last of two keys of one name, and merges', () => {
    expect(parseManifests('a: 1\na: 2\n')).toEqual([{ a: 2 }]);
    expect(parseManifests('x: &x {b: 1}\nz:\n  <<: *x\n  c: ~\n')).toEqual([{ x: { b: 1 }, z: { b: 1, c: null } }]);
  });

  it('fails with the place of a mistake', () => {
    expect(() => parseManifests('a: 1\nb: [\n')).toThrow(YamlParseError);
    expect(() => parseManifests('a: !what 1\n')).toThrow(/line 1/);
  });
});
