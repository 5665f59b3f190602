import { describe, expect, it } from 'vitest';
import { check, formatProblem, talos, talosReleases, talosRoles, type TalosRole } from '../../../lib/cluster';
import { definition } from '../../support/definition';

/** What is wrong with roles that pods may ask for, under a release of Talos. */
function problems(roles: readonly string[], release: string | undefined): readonly string[] {
  const { versions, ...rest } = definition();
  const system = talos({ apiAccess: { namespaces: ['monitoring'], roles: roles as TalosRole[] } });
  const found = check({ ...rest, versions: { ...versions, talos: release ?? '' }, system });
  return found.filter(({ path }) => path.startsWith('system')).map(formatProblem);
}

describe('roles of pods that call the Talos API', () => {
  it('may be any that the release has', () => {
    expect(problems(talosRoles, talosReleases['1.13'])).toEqual([]);
    const older = talosRoles.filter((role) => role !== 'os:image:verifier');
    for (const minor of ['1.10', '1.12']) expect(problems(older, talosReleases[minor])).toEqual([]);
  });

  it('fails for a role that only a later release has', () => {
    expect(problems(['os:reader', 'os:image:verifier'], talosReleases['1.12'])).toEqual([
      'system.apiAccess.roles.1: not a role of Talos 1.12, got "os:image:verifier"; allowed: os:admin, os:operator, os:reader, os:etcd:backup, os:meta:writer, os:impersonator; remove it, or choose Talos 1.13 or later',
    ]);
  });

  it('fails for a role that no release has', () => {
    expect(problems(['os:root'], talosReleases['1.14'])).toEqual([
      expect.stringMatching(/^system\.apiAccess\.roles\.0: .*"os:root".*os:image:verifier/),
    ]);
  });
});
