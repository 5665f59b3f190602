import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readIndex, SynthesisError, writeTree } from '../../lib/synth';
import { tree } from './artifacts';
import { workingFolder } from './folder';

const INDEX = '.plinth/p/one.sha256';

describe('the ownership index', () => {
  it('is a file for each owner, a line for each of its files, in path order', () => {
    const folder = workingFolder();
    writeTree({
      directory: folder.directory,
      tree: tree({ 'p/one': { 'b.txt': 'b\n', 'a/x.txt': 'x\n' }, 'p/two': { 'c.txt': 'c\n' } }),
      owners: 'all',
    });
    expect(folder.read(INDEX)).toBe(
      [
        '# plinth index 1: p/one',
        '73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac  a/x.txt',
        '0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  b.txt',
        '',
      ].join('\n'),
    );
    expect([...readIndex(folder.directory)].map(([owner, { files }]) => [owner, [...files.keys()]])).toEqual([
      ['p/one', ['a/x.txt', 'b.txt']],
      ['p/two', ['c.txt']],
    ]);
  });

  it('is read by sha256sum', () => {
    const folder = workingFolder();
    writeTree({ directory: folder.directory, tree: tree({ 'p/one': { 'é b.txt': 'b\n' } }), owners: 'all' });
    const check = () => spawnSync('sha256sum', ['--check', '--quiet', INDEX], { cwd: folder.directory }).status;
    expect(check()).toBe(0);
    folder.write('é b.txt', 'edited\n');
    expect(check()).toBe(1);
  });

  it('is empty where there is no tree', () => {
    expect(readIndex('/nonexistent').size).toBe(0);
  });

  const digest = '0'.repeat(64);
  it.each([
    ['nothing', '', 'line 1 is not that of the index; restore the file from git, then synthesize again'],
    ['another text', 'hello\n', 'line 1 is not that of the index'],
    ['a line that was cut', `# plinth index 1: p/one\n${digest}  a\n00\n`, 'line 3 is not that of the index'],
    ['a newer format', '# plinth index 2: p/one\n{}\n', 'index format 2, which a newer plinth wrote; update plinth'],
    [
      'the markers of a merge',
      `# plinth index 1: p/one\n<<<<<<< HEAD\n${digest}  a\n=======\n${digest}  b\n>>>>>>> other\n`,
      'conflict markers of a merge; keep the lines of both sides, then synthesize again',
    ],
    ['a path that leaves the tree', `# plinth index 1: p/one\n${digest}  ../a\n`, 'line 2 is not that of the index'],
    ['an absolute path', `# plinth index 1: p/one\n${digest}  /etc/passwd\n`, 'line 2 is not that of the index'],
    [
      "a path into git's folder",
      `# plinth index 1: p/one\n${digest}  x/.git/config\n`,
      'line 2 is not that of the index',
    ],
    ['another owner', `# plinth index 1: p/two\n`, 'the index of p/two, which stands elsewhere'],
  ])('fails when it holds %s, and nothing is written', (_name, text, message) => {
    const folder = workingFolder();
    folder.write(INDEX, text);
    folder.write('.plinth/p/three.sha256', 'broken as well\n');
    const before = folder.listing();
    const run = () => writeTree({ directory: folder.directory, tree: tree({ 'p/one': { a: 'x\n' } }), owners: 'all' });
    expect(run).toThrow(SynthesisError);
    expect(run).toThrow(`${INDEX}: ${message}`);
    expect(run).toThrow('.plinth/p/three.sha256: line 1');
    expect(folder.listing()).toEqual(before);
    expect(folder.besides()).toEqual([]);
  });

  it('keeps both owners of a merge when the lines of both sides are kept', () => {
    const folder = workingFolder();
    const write = (files: Record<string, string>) =>
      writeTree({ directory: folder.directory, tree: tree({ 'p/one': files }), owners: 'all' });
    write({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    folder.write(INDEX, `${folder.read(INDEX)}${folder.read(INDEX).split('\n').slice(1).join('\n')}`);
    write({ 'a.txt': 'a\n' });
    expect(folder.exists('b.txt')).toBe(false);
    expect(folder.read(INDEX).split('\n')).toHaveLength(3);
  });
});
