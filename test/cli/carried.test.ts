import { afterAll, describe, expect, it } from 'vitest';
import { repository, testProject } from '../support/project';

/** An engine and Cluster API, each with stages that it cannot carry. */
const cluster = `
import { addons, appOfApps, argoCd, defineCluster, sops, stage } from '${repository}/lib/cluster';
import { component, hetznerDefinition } from '${repository}/test/support/definition';
const d = hetznerDefinition();
export default defineCluster({
  ...d,
  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/platform.git' },
    layout: appOfApps(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  platform: [
    addons(component('bare')),
    stage('apps', component('twin'), component('twin', { namespace: 'other' })),
    stage('preset', component('one')),
  ],
});
`;

describe('stages that nobody can carry', () => {
  const project = testProject({
    'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
    'cluster.ts': cluster,
  });
  afterAll(() => {
    project.remove();
  });

  it('fails with what the engine and Cluster API say together, and writes nothing', () => {
    const { code, stderr } = project.plinth('synth');
    expect(code).toBe(1);
    expect(stderr).toContain('edge: 3 problems');
    expect(stderr).toContain('platform.preset: the name has a meaning of its own among root apps');
    expect(stderr).toContain('platform.apps.twin: two child apps of one App ID');
    expect(stderr).toContain('component bare has no chart, got objects alone');
    expect(stderr).not.toContain('    at ');
    expect(project.exists('gitops')).toBe(false);
  });
});
