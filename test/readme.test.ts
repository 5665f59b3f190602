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

describe('the README', () => {
  let project: TestProject;
  beforeAll(() => {
    project = testProject();
  });
  afterAll(() => {
    project.remove();
  });

  it('shows a definition that can be synthesized', () => {
    const source = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const entry = (name: string) =>
      join(repository, manifest.exports[name]!.replace(/^\.\/dist\//, '').replace(/\.js$/, ''));
    project.write(
      'clusters/edge.ts',
      source
        .replace(`'plinth'`, `'${entry('.')}'`)
        .replace(`'plinth/platform'`, `'${entry('./platform')}'`)
        .replace('age1…', recipient),
    );
    project.write('plinth.config.ts', `export default { clusters: ['./clusters/edge.ts'] };`);
    expect(project.plinth('synth')).toMatchObject({ code: 0, stderr: '' });
    expect([...project.tree('gitops').keys()]).toContain('terraform/prod/edge/machines/cdk.tf.json');
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
