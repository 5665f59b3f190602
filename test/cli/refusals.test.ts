import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository, testProject, type TestProject } from '../support/project';

/** A project of one cluster whose first component carries the given objects, written as TypeScript. */
const cluster = (objects: string) => `
import { Token } from 'cdktf';
import { defineCluster } from '${repository}/lib/cluster';
import { component, definition } from '${repository}/test/support/definition';
void Token;
const d = definition();
d.platform[0]!.components[0] = component('one', { objects: () => [${objects}] as never });
export default defineCluster(d);
`;

const pem = (label: string) =>
  ['-----BEGIN', `${label} KEY-----\\nMC4CAQAwBQYDK2VwBCIEIA==\\n-----END ${label} KEY-----\\n`].join(' ');

const refused = [
  {
    name: 'a Secret with plain stringData',
    objects: `{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { password: 'hunter2hunter2' } }`,
  },
  {
    name: 'a Secret with plain data',
    objects: `{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { password: 'aHVudGVyMmh1bnRlcjI=' } }`, // gitleaks:allow
  },
  {
    name: 'a PEM private key',
    objects: `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { 'tls.key': '${pem('PRIVATE')}' } }`,
  },
  {
    name: 'a private age key',
    objects: `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { key: 'AGE-SECRET-KEY-' + '1QQPQ'.repeat(12) } }`,
  },
  {
    name: 'a Terraform token',
    objects: `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { address: Token.asString({ resolve: () => 'x' } as never) } }`,
  },
  {
    name: 'a Terraform token written out',
    objects: `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { address: '$' + '{TfToken[TOKEN.7]}' } }`,
  },
  {
    name: 'one object twice',
    objects: `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }`,
  },
] as const;

describe('synth', () => {
  let project: TestProject;
  beforeEach(() => {
    project = testProject({ 'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n` });
    // the module resolves cdktf as a user's project would: from its own node_modules
    spawnSync('git', ['init', '--quiet'], { cwd: project.folder });
    project.link('node_modules', `${repository}/node_modules`);
  });
  afterEach(() => {
    project.remove();
  });

  it.each(refused)('fails on $name, says where, and writes nothing', ({ objects }) => {
    project.write('cluster.ts', cluster(objects));
    const { code, stdout, stderr } = project.plinth('synth');
    expect(stderr).toMatch(/clusters\/test\/edge\/in-cluster\/base\/apps\/one\/templates\/[a-z0-9-]+\.yaml/);
    expect(stdout + stderr).not.toMatch(/hunter2|aHVudGVy|MC4CAQ|1QQPQ1QQPQ/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(project.exists('gitops')).toBe(false);
  });

  it('keeps a file of the user, and fails rather than overwrite one', () => {
    project.write('cluster.ts', cluster(`{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }`));
    project.write('gitops/clusters/test/edge/notes.md', 'mine\n');
    expect(project.plinth('synth')).toMatchObject({ code: 0, stderr: '' });
    const owned = [...project.tree('gitops').keys()].find(
      (path) => path.endsWith('/values.yaml') || path.endsWith('cdk.tf.json'),
    )!;
    project.removeFile('gitops/.plinth');
    project.write(`gitops/${owned}`, 'mine as well\n');
    const before = project.tree('gitops');
    const { code, stderr } = project.plinth('synth');
    expect(code).toBe(1);
    expect(stderr).toContain(owned);
    expect([...project.tree('gitops')]).toEqual([...before]);
  });

  it('says that nothing changed when it runs again', () => {
    project.write('cluster.ts', cluster(`{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }`));
    expect(project.plinth('synth').stdout).toMatch(/edge.* \d+ files.* \d+ resources/);
    expect(project.plinth('synth').stdout).toContain('no change');
    expect(project.plinth('diff')).toMatchObject({ code: 0 });
  });

  it.each([
    [['synth', 'egde'], 'did you mean edge?'],
    [['sinth'], 'synth'],
    [['diff', '--base', 'no-such-branch'], 'no-such-branch'],
    [['validate', 'nowhere', '--schemas', 'nowhere'], 'nowhere'],
    [['synth', '--nope'], '--nope'],
  ])('fails with what to do on %j', (argv, says) => {
    project.write('cluster.ts', cluster(''));
    const { code, stderr } = project.plinth(...argv);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});
