import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../lib/cluster';
import { parseUpgradeTarget } from '../../lib/operate';

describe('parseUpgradeTarget', () => {
  it('reads versions by component, with room between them', () => {
    expect(parseUpgradeTarget('kubernetes=v1.36.3, talos=v1.13.9')).toEqual({
      target: { kubernetes: 'v1.36.3', talos: 'v1.13.9' },
      problems: [],
    });
  });

  it('fails on every mistake of form at once, with the nearest key', () => {
    const { target, problems } = parseUpgradeTarget('kubernets=v1.36.3,talos=v1.13.9,talos=v1.13.8,,v1.36.3');
    expect(target).toEqual({ talos: 'v1.13.9' });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^kubernets: unknown key; allowed: .*; did you mean kubernetes\?$/),
      'talos: given twice, got "v1.13.8"; give one version of each',
      expect.stringMatching(/^to: unknown key; .*; write key=version, separated by commas$/),
      expect.stringMatching(/^v1.36.3: unknown key/),
    ]);
  });
});
