import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBase, readDirectory, readGitTree, TreeError } from '../../lib/review';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-review-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change', '--allow-empty');
}

describe('readDirectory', () => {
  it('reads every file, in path order, with forward slashes', () => {
    write('b/c.yaml', 'c: 1\n');
    write('a.yaml', 'ä: 1\n');
    write('.plinth/index.json', '{}');
    expect([...readDirectory(folder)]).toEqual([
      ['.plinth/index.json', '{}'],
      ['a.yaml', 'ä: 1\n'],
      ['b/c.yaml', 'c: 1\n'],
    ]);
  });

  it('leaves out .git and does not follow symbolic links', () => {
    write('.git/config', 'x');
    write('real/a.yaml', 'a: 1\n');
    symlinkSync(join(folder, 'real'), join(folder, 'loop'));
    symlinkSync(join(folder, 'real/a.yaml'), join(folder, 'a.yaml'));
    expect([...readDirectory(folder).keys()]).toEqual(['real/a.yaml']);
  });

  it('fails on a folder that is not there', () => {
    expect(() => readDirectory(join(folder, 'none'))).toThrow(/^no such folder, got .*none; name a folder/);
  });
});

describe('readGitTree', () => {
  beforeEach(() => {
    git('init', '--quiet', '--initial-branch', 'main');
  });

  it('gives the tree as it was committed, whatever lies in the work tree', () => {
    write('gitops/a.yaml', 'a: 1\n');
    write('gitops/sub/ünï "quoted"\tname.yaml', 'no newline at the end');
    write('gitops/empty.txt', '');
    write('elsewhere.yaml', 'b: 1\n');
    symlinkSync('a.yaml', join(folder, 'gitops/link.yaml'));
    commit();
    write('gitops/a.yaml', 'a: 2\n');
    expect([...readGitTree({ repository: folder, ref: 'HEAD', folder: 'gitops' })]).toEqual([
      ['a.yaml', 'a: 1\n'],
      ['empty.txt', ''],
      ['sub/ünï "quoted"\tname.yaml', 'no newline at the end'],
    ]);
  });

  it('counts the folder from where the project lies in its repository', () => {
    write('infra/gitops/a.yaml', 'a: 1\n');
    commit();
    const repository = join(folder, 'infra');
    expect([...readGitTree({ repository, ref: 'main', folder: 'gitops' }).keys()]).toEqual(['a.yaml']);
    expect([...readGitTree({ repository, ref: 'main', folder: '.' }).keys()]).toEqual(['gitops/a.yaml']);
    expect([...readGitTree({ repository, ref: 'main', folder: '../infra' }).keys()]).toEqual(['gitops/a.yaml']);
  });

  it('is empty where the commit has no such folder', () => {
    commit();
    expect(readGitTree({ repository: folder, ref: 'HEAD', folder: 'gitops' }).size).toBe(0);
  });

  it('reads hundreds of files in one go', () => {
    for (let i = 0; i < 400; i++) write(`gitops/${String(i % 50)}/${String(i)}.yaml`, `n: ${String(i)}\n`);
    commit();
    const tree = readGitTree({ repository: folder, ref: 'HEAD', folder: 'gitops' });
    expect(tree.size).toBe(400);
    expect(tree.get('49/399.yaml')).toBe('n: 399\n');
  });

  it.each(['nowhere', '--help', 'HEAD:gitops', ''])('fails on a ref that is no commit (%j)', (ref) => {
    commit();
    expect(() => readGitTree({ repository: folder, ref, folder: 'gitops' })).toThrow(/no such commit, got /);
  });

  it('fails on a folder outside the repository', () => {
    commit();
    expect(() => readGitTree({ repository: folder, ref: 'HEAD', folder: '../gitops' })).toThrow(
      'folder outside the repository, got ../gitops; name one inside it',
    );
  });
});

describe('readBase', () => {
  it('is the tree on disk, or empty before the first synth', () => {
    expect(readBase({ root: folder, folder: 'gitops' }).size).toBe(0);
    write('gitops/a.yaml', 'a: 1\n');
    expect([...readBase({ root: folder, folder: 'gitops' }).keys()]).toEqual(['a.yaml']);
  });

  it('takes a folder before a ref of the same name', () => {
    git('init', '--quiet');
    write('gitops/a.yaml', 'a: 1\n');
    commit();
    write('other/b.yaml', 'b: 1\n');
    expect([...readBase({ root: folder, folder: 'gitops', base: join(folder, 'other') }).keys()]).toEqual(['b.yaml']);
    expect([...readBase({ root: folder, folder: 'gitops', base: 'HEAD' }).keys()]).toEqual(['a.yaml']);
  });

  it('fails where there is no repository and no such folder', () => {
    expect(() => readBase({ root: folder, folder: 'gitops', base: 'main' })).toThrow(TreeError);
  });
});
