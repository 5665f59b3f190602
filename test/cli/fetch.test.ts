import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository, testProject, type TestProject } from '../support/project';

/** A project of one cluster with one component, which may be delivered as its manifests. */
const cluster = (rendered: boolean) => `
import { defineCluster, stage } from '${repository}/lib/cluster';
import { component, definition } from '${repository}/test/support/definition';
const chart = { name: 'one', version: '1.2.3', repository: 'https://charts.example.com' };
export default defineCluster({ ...definition(), platform: [stage('base', component('one', { chart, rendered: ${String(rendered)} }))] });
`;

// e2e/helm fetches from a repository and a registry
describe('plinth fetch', () => {
  let project: TestProject;
  beforeEach(() => {
    project = testProject({
      'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
      'cluster.ts': cluster(true),
    });
    project.link('node_modules', `${repository}/node_modules`);
  });
  afterEach(() => {
    project.remove();
  });
  const plinth = (...argv: string[]) => project.plinthWith({ PLINTH_CHARTS: `${project.folder}/charts` }, ...argv);

  it('has nothing to do where no component is delivered as its manifests', () => {
    project.write('cluster.ts', cluster(false));
    expect(plinth('fetch')).toMatchObject({ code: 0, stdout: expect.stringContaining('no charts to fetch') as string });
    expect(plinth('synth')).toMatchObject({ code: 0 });
    expect(project.exists('charts.lock.yaml')).toBe(false);
  });

  it('fails with --check for what is not pinned, and asks nobody', () => {
    expect(plinth('fetch', '--check')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'https://charts.example.com/one 1.2.3: not pinned in charts.lock.yaml; run plinth fetch',
      ) as string,
    });
    expect(project.exists('charts')).toBe(false);
  });

  it('fails for flags that exclude each other', () => {
    expect(plinth('fetch', '--check', '--update')).toMatchObject({ code: 1 });
    expect(plinth('fetch', '--locked', '--update')).toMatchObject({ code: 1 });
  });

  it('is what synth and diff ask for, which write nothing', () => {
    for (const verb of ['synth', 'diff'])
      expect(plinth(verb)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('run plinth fetch, and commit charts.lock.yaml') as string,
      });
    expect(project.exists('gitops')).toBe(false);
  });

  it('fails for a lock that cannot be read', () => {
    project.write('charts.lock.yaml', 'charts: []\n');
    expect(plinth('synth')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('charts.lock.yaml: 2 problems') as string,
    });
  });
});
