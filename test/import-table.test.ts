import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository, testProject, type TestProject } from './support/project';

const rooms = Object.entries(createRequire(__filename)('../import-table.cjs') as Record<string, string[]>);

describe('the import table', () => {
  let project: TestProject;
  beforeEach(() => {
    project = testProject({
      'lib/cluster/index.ts': `export { a } from './a';\n`,
      'lib/cluster/a.ts': 'export const a = 1;\nexport type A = 1;\n',
      'lib/synth/index.ts': `export { s } from './s';\nexport type { S } from './s';\n`,
      'lib/synth/s.ts': `import { a } from '../cluster';\nexport const s = a;\nexport type S = 1;\n`,
    });
    for (const file of ['.dependency-cruiser.cjs', 'import-table.cjs', 'tsconfig.json']) {
      cpSync(join(repository, file), join(project.folder, file));
    }
  });
  afterEach(() => {
    project.remove();
  });

  const broken = (): string[] => {
    const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const argv = [cruiser, 'lib', '--config', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, argv, { cwd: project.folder, encoding: 'utf8' });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  };

  it('is shown in docs/architecture.md as it is checked', () => {
    const text = readFileSync(join(repository, 'docs/architecture.md'), 'utf8');
    const shown = /<!-- import table -->\n([\s\S]*?)<!-- \/import table -->/.exec(text)?.[1];
    const rows = rooms.map(
      ([room, allowed]) =>
        `| \`${room}\` | ${allowed.map((name) => `\`${name}\``).join(', ') || 'nothing of ours'} |\n`,
    );
    expect(shown).toBe(`\n| room | may import |\n|---|---|\n${rows.join('')}\n`);
  });

  it('lets a room import one below, through its door', () => {
    expect(broken()).toEqual([]);
  });

  it.each([
    [
      'a room that imports one above',
      'lib/cluster/a.ts',
      `import { s } from '../synth';\nexport const a = s;\n`,
      ['no-cycle', 'rooms-lib-cluster'],
    ],
    [
      'a type that comes from above',
      'lib/cluster/a.ts',
      `import type { S } from '../synth';\nexport const a: S = 1;\n`,
      ['no-cycle', 'rooms-lib-cluster'],
    ],
    [
      'a file behind the door of another room',
      'lib/synth/s.ts',
      `import { a } from '../cluster/a';\nexport const s = a;\nexport type S = 1;\n`,
      ['through-the-door'],
    ],
    [
      'a file that imports its own door',
      'lib/synth/s.ts',
      `import type { S as T } from '.';\nexport const s = 1;\nexport type S = T | 1;\n`,
      ['no-cycle', 'not-the-own-door'],
    ],
    [
      'two files that import each other',
      'lib/cluster/a.ts',
      `import type { B } from './b';\nexport const a: B = 1;\nexport type A = 1;\n`,
      ['no-cycle'],
    ],
  ])('fails on %s', (_what, path, text, rules) => {
    project.write('lib/cluster/b.ts', `import type { A } from './a';\nexport type B = A;\n`);
    project.write(path, text);
    expect(broken()).toEqual(expect.arrayContaining(rules));
  });
});
