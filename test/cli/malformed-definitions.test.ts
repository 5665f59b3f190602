import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, testProject, type TestProject } from '../support/project';
import { malformed as cases, type Malformed } from './malformed';

const module = ({ spoil }: Malformed) => `
import { defineCluster } from '${repository}/lib/cluster';
import { definition, hetznerDefinition } from '${repository}/test/support/definition';
const d = definition() as any;
const h = hetznerDefinition() as any;
${spoil};
export default defineCluster(${/\bh\./.test(spoil) ? 'h' : 'd'});
`;

const config = (...clusters: string[]) => `export default { clusters: ${JSON.stringify(clusters)} };\n`;

describe('a malformed definition', () => {
  let project: TestProject;
  beforeAll(() => {
    project = testProject({ 'gitops/kept.yaml': 'written: by hand\n' });
  });
  afterAll(() => {
    project.remove();
  });

  it.each(cases)('fails with path, value and fix: $name', (malformed) => {
    project.write('plinth.config.ts', config('./cluster.ts'));
    project.write('cluster.ts', module(malformed));
    const { code, stdout, stderr } = project.plinth('synth');
    for (const text of malformed.says) expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect([...project.tree('gitops')]).toEqual([['kept.yaml', 'written: by hand\n']]);
  });

  it('fails without showing a private key that stands where a recipient belongs', () => {
    const key = `AGE-SECRET-KEY-${'1'.repeat(20)}`;
    project.write('plinth.config.ts', config('./cluster.ts'));
    project.write('cluster.ts', module({ name: '', spoil: `d.recipients.ops = '${key}'`, says: [] }));
    const { code, stdout, stderr } = project.plinth('synth');
    expect(stderr).toContain('recipients.ops: a private age key stands in the definition');
    expect(stdout + stderr).not.toContain(key);
    expect(code).toBe(1);
  });

  it('fails with the problems of all definitions, not of the first alone', () => {
    project.write('plinth.config.ts', config('./one.ts', './two.ts', './three.ts', './four.ts'));
    project.write('one.ts', module({ name: '', spoil: `d.name = 'One'`, says: [] }));
    project.write(
      'two.ts',
      module({ name: '', spoil: `d.name = 'two'; d.versions.talos = 'latest'; d.network.pods = 'all'`, says: [] }),
    );
    project.write('three.ts', `throw new RangeError('by the module itself')`);
    const { code, stderr } = project.plinth('synth');
    expect(stderr.split('\n')).toEqual([
      'One: 1 problem',
      '  name: not a DNS-1123 label, got "One"; allowed: lower-case letters, digits and inner hyphens; write one',
      'two: 2 problems',
      expect.stringContaining('  versions.talos: not an exact version, got "latest"'),
      expect.stringContaining('  network.pods: not a CIDR, got "all"'),
      './three.ts: cannot be loaded, got RangeError: by the module itself; correct the module',
      'plinth.config.ts: no such module, got ./four.ts; name a file, relative to plinth.config.ts',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('fails when two clusters would write the same files', () => {
    project.write('plinth.config.ts', config('./one.ts', './two.ts'));
    for (const file of ['one.ts', 'two.ts']) project.write(file, module({ name: '', spoil: '', says: [] }));
    expect(project.plinth('synth')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('two clusters of one group and name, got test/edge') as unknown,
    });
  });

  it('shows the stack trace when it is asked for', () => {
    project.write('plinth.config.ts', config('./cluster.ts'));
    project.write('cluster.ts', module({ name: '', spoil: `d.name = 'One'`, says: [] }));
    expect(project.plinth('--debug', 'synth').stderr).toMatch(/^\s+at /m);
  });
});
