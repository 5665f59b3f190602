import { gte, valid } from 'semver';
import { describe, expect, it } from 'vitest';
import {
  compareMinor,
  controlPlaneDeadlocksOf,
  kubernetesReleases,
  minorOf,
  providerLines,
  talosReleases,
  talosSupport,
  talosUpgradesFrom,
} from '../../lib/cluster';

const lines = Object.entries(providerLines).flatMap(([provider, byMinor]) =>
  Object.entries(byMinor).map(([minor, line]) => ({ provider, minor, line })),
);

describe('the catalogue', () => {
  it('knows as much of each Talos minor: its window, what it takes over from, and a release', () => {
    const minors = Object.keys(talosSupport);
    expect(Object.keys(talosUpgradesFrom)).toEqual(minors);
    expect(Object.keys(talosReleases)).toEqual(minors);
    for (const [minor, release] of Object.entries(talosReleases)) expect(minorOf(release)).toBe(minor);
  });

  it('has a release of every Kubernetes minor from the oldest to the newest that the newest two Talos minors support', () => {
    const minors = Object.keys(kubernetesReleases);
    expect(minors).toEqual(Array.from({ length: minors.length }, (_, i) => `1.${String(31 + i)}`));
    expect([minors[0], minors.at(-1)]).toEqual([talosSupport['1.13']![0], talosSupport['1.14']![1]]);
    for (const [minor, release] of Object.entries(kubernetesReleases)) expect(minorOf(release)).toBe(minor);
  });

  it.each(lines)(
    'has windows that open before they close, and releases of their line: $provider $minor',
    ({ minor, line }) => {
      for (const [first, last] of [line.kubernetes, line.talos, line.core].filter((window) => window !== undefined)) {
        expect(compareMinor(first, last)).toBeLessThanOrEqual(0);
      }
      if (line.release !== undefined) expect(minorOf(line.release)).toBe(minor);
      for (const [kubernetes, since] of Object.entries(line.since ?? {})) {
        expect(compareMinor(kubernetes, line.kubernetes![1])).toBeLessThanOrEqual(0);
        expect(valid(since)).not.toBeNull();
        if (line.release !== undefined) expect(gte(line.release, since)).toBe(true);
      }
    },
  );

  it.each([
    ['v0.5.10', [237, 193, 262]],
    ['v0.5.12', [237, 193, 262]],
    ['v0.5.13', [262]],
    ['v0.6.0-alpha.1', [262]],
    ['some day', [237, 193, 262]],
  ])('knows the deadlocks of the Talos control plane provider %s', (version, issues) => {
    expect(controlPlaneDeadlocksOf(version).map(({ issue }) => issue)).toEqual(issues);
  });
});
