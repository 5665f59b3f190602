import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipient } from './support/definition';
import { repository, testProject, type TestProject } from './support/project';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  exports: Record<string, string>;
  scripts: Record<string, string>;
};

const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source]) => source!);

/** Source of what the package exports under a name. */
const entry = (name: string) =>
  join(repository, manifest.exports[name]!.replace(/^\.\/dist\//, '').replace(/\.js$/, ''));

/** A piece of code of the README, with this repository's own sources. */
const block = (index: number) =>
  (blocks[index] ?? '').replaceAll(
    /'plinth(\/\w+)?'/g,
    (_, path: string | undefined) => `'${entry(`.${path ?? ''}`)}'`,
  );

describe('the README', () => {
  let project: TestProject;
  beforeAll(() => {
    project = testProject();
  });
  afterAll(() => {
    project.remove();
  });

  it('shows a definition that can be synthesized', () => {
    project.write('clusters/edge.ts', block(0).replace('age1…', recipient));
    project.write('plinth.config.ts', `export default { clusters: ['./clusters/edge.ts'] };`);
    expect(project.plinth('synth')).toMatchObject({ code: 0, stderr: '' });
    expect([...project.tree('gitops').keys()]).toContain('terraform/prod/edge/machines/cdk.tf.json');
  });

  it('shows a platform that Flux carries', () => {
    project.write('clusters/platform.ts', block(1).replace('rendered: true', ''));
    project.write(
      'clusters/edge.ts',
      `import { defineCluster } from '${entry('.')}';
       import { definition } from '${repository}/test/support/definition';
       import { gitops, platform } from './platform';
       export default defineCluster({ ...definition(), gitops, platform });`,
    );
    project.write('plinth.config.ts', `export default { clusters: ['./clusters/edge.ts'] };`);
    expect(project.plinth('synth')).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = project.plinth('closure', 'edge');
    expect(stdout).toContain('Secret flux-system/sops-age, by hand');
    expect(stdout).toContain('Secret external-secrets/vault-token, by the engine, from an encrypted file');
  });

  it('shows Talos documents that reach the machines', () => {
    project.write('clusters/system.ts', block(2));
    project.write(
      'clusters/edge.ts',
      `import { defineCluster } from '${entry('.')}';
       import { definition } from '${repository}/test/support/definition';
       import { system } from './system';
       export default defineCluster({ ...definition(), system });`,
    );
    project.write('plinth.config.ts', `export default { clusters: ['./clusters/edge.ts'] };`);
    expect(project.plinth('synth')).toMatchObject({ code: 0, stderr: '' });
    const patch = (pool: string) => project.read(`gitops/talos/test/edge/patches/${pool}.yaml`);
    expect(patch('worker')).toContain('url: https://mirror.example.com');
    expect(patch('worker')).toContain('kind: UserVolumeConfig');
    expect(patch('controlplane')).toContain('GRPC_GO_LOG_SEVERITY_LEVEL: info');
    expect(patch('controlplane')).not.toContain('UserVolumeConfig');
  });

  it('names only scripts and commands that exist', () => {
    const scripts = [...readme.matchAll(/npm (?:run )?(\w+)/g)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'ci' && name !== 'run');
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
    const help = project.plinth('--help').stdout;
    for (const [, verb] of readme.matchAll(/^\| `plinth (\w+)/gm)) expect(help).toContain(verb);
  });

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect(() => readFileSync(join(repository, path), { flag: 'r' })).not.toThrow(/ENOENT/);
  });
});
