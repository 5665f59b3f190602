import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SynthesisError, WriteError, writeTree, type Owners, type Report } from '../../lib/synth';
import { tree } from './artifacts';
import { footprintOf, listingOf, workingFolder } from './folder';

type Files = Record<string, string>;

/** A tree on disk and short ways to synthesize it. */
function project() {
  const folder = workingFolder();
  const synth = (owners: Record<string, Files>, which: Owners = 'all'): Report =>
    writeTree({ directory: folder.directory, tree: tree(owners), owners: which });
  return { ...folder, synth };
}

describe('writing a tree', () => {
  it('makes a tree where there is none, also in folders that are missing', () => {
    const { root, synth, read, besides } = project();
    const report = synth({ 'p/one': { 'a/b/c.txt': 'c\n' } });
    expect(report).toMatchObject({ written: true, owners: [{ owner: 'p/one', files: 1, added: ['a/b/c.txt'] }] });
    expect(read('a/b/c.txt')).toBe('c\n');
    expect(besides()).toEqual([]);
    const deep = join(root, 'x/y/gitops');
    writeTree({ directory: deep, tree: tree({ one: { a: 'a\n' } }), owners: 'all' });
    expect(Object.keys(listingOf(deep) ?? {})).toContain('a');
  });

  it('does not touch a tree that is up to date', () => {
    const { root, directory, synth, write } = project();
    const owners = { one: { 'a/b.txt': 'b\n', 'c.txt': 'c\n' } };
    synth(owners);
    write('notes.md', 'by hand\n');
    const before = footprintOf(root);
    expect(synth(owners)).toMatchObject({ written: false, owners: [{ unchanged: ['a/b.txt', 'c.txt'] }] });
    expect(footprintOf(root)).toEqual(before);
    expect(lstatSync(directory).isDirectory()).toBe(true);
  });

  it('changes what is owned, and keeps every other file with its content, mode and times', () => {
    const { directory, synth, write, listing, besides } = project();
    synth({ one: { 'a/changed': '1\n', 'a/gone': '1\n', 'b/gone': '1\n', same: '1\n' } });
    write('notes.md', 'by hand\n');
    write('b/run.sh', '#!/bin/sh\n');
    chmodSync(join(directory, 'b/run.sh'), 0o755);
    chmodSync(join(directory, 'a/changed'), 0o600);
    utimesSync(join(directory, 'notes.md'), 1000, 1000);
    mkdirSync(join(directory, 'empty/inside'), { recursive: true, mode: 0o750 });
    symlinkSync('../notes.md', join(directory, 'b/link'));
    symlinkSync('/nonexistent', join(directory, 'dangling'));
    const numbers = ['notes.md', 'b/run.sh', 'same'].map((path) => lstatSync(join(directory, path)).ino);
    synth({ one: { 'a/changed': '2\n', same: '1\n' } });
    expect(listing()).toMatchObject({
      'a/changed': 'file 600 2\n',
      'notes.md': 'file 644 by hand\n',
      'b/run.sh': 'file 755 #!/bin/sh\n',
      'b/link': 'link to ../notes.md',
      dangling: 'link to /nonexistent',
      'empty/inside': 'folder 750',
      same: 'file 644 1\n',
    });
    expect(lstatSync(join(directory, 'notes.md')).mtimeMs).toBe(1_000_000);
    expect(['notes.md', 'b/run.sh', 'same'].map((path) => lstatSync(join(directory, path)).ino)).toEqual(numbers);
    expect(Object.keys(listing() ?? {})).not.toContain('a/gone');
    expect(besides()).toEqual([]);
  });

  it('removes folders that it leaves empty, and no others', () => {
    const { directory, synth, write, listing } = project();
    synth({ one: { 'a/b/c': '1\n', 'd/e': '1\n', f: '1\n' } });
    mkdirSync(join(directory, 'empty'));
    write('d/notes.md', 'by hand\n');
    synth({ one: { f: '1\n' } });
    expect(Object.keys(listing() ?? {}).sort()).toEqual([
      '.plinth',
      '.plinth/one.sha256',
      'd',
      'd/notes.md',
      'empty',
      'f',
    ]);
  });

  it('never writes through a file that somebody linked', () => {
    const { root, directory, synth } = project();
    synth({ one: { a: '1\n' } });
    linkSync(join(directory, 'a'), join(root, 'elsewhere'));
    synth({ one: { a: '2\n' } });
    expect(listingOf(root)).toMatchObject({ elsewhere: 'file 644 1\n', 'gitops/a': 'file 644 2\n' });
  });

  it('fails on a file that it does not own, and writes nothing', () => {
    const { synth, write, listing, besides } = project();
    synth({ one: { a: '1\n' } });
    write('b', 'by hand\n');
    const before = listing();
    expect(() => synth({ one: { a: '2\n', b: '1\n' } })).toThrow(SynthesisError);
    expect(() => synth({ one: { a: '2\n', b: '1\n' } })).toThrow('b: a file that synthesis does not own stands there');
    expect(listing()).toEqual(before);
    expect(besides()).toEqual([]);
  });

  it('does not follow a folder that is a link out of the tree', () => {
    const { root, directory, synth } = project();
    mkdirSync(join(root, 'outside'));
    mkdirSync(directory);
    symlinkSync('../outside', join(directory, 'clusters'));
    expect(() => synth({ one: { 'clusters/a': '1\n' } })).toThrow('clusters/a: clusters, no folder but something');
    expect(listingOf(join(root, 'outside'))).toEqual({});
  });

  it('follows a tree that is a link itself, and keeps the link', () => {
    const { root, directory, synth } = project();
    mkdirSync(join(root, 'real'));
    symlinkSync('real', directory);
    synth({ one: { a: '1\n' } });
    synth({ one: { a: '2\n' } });
    expect(readlinkSync(directory)).toBe('real');
    expect(listingOf(join(root, 'real'))).toMatchObject({ a: 'file 644 2\n' });
  });

  it('adopts files that stand there with the same content', () => {
    const { synth, write } = project();
    write('a', '1\n');
    expect(synth({ one: { a: '1\n' } }).owners[0]).toMatchObject({ unchanged: ['a'], adopted: ['a'] });
    expect(synth({ one: {} }).owners[0]).toMatchObject({ removed: ['a'], handEdited: [] });
  });

  it('puts a file right that a power cut left empty, and says that it was not as written', () => {
    const { synth, write, read } = project();
    synth({ one: { a: '1\n' } });
    write('a', '');
    expect(synth({ one: { a: '1\n' } }).owners[0]).toMatchObject({ changed: ['a'], handEdited: ['a'] });
    expect(read('a')).toBe('1\n');
  });

  it('tells a replacement character from bytes that are no UTF-8', () => {
    const { directory, synth } = project();
    synth({ one: { a: '\ufffd\n' } });
    writeFileSync(join(directory, 'a'), Buffer.from([0xff, 0x0a]));
    expect(synth({ one: { a: '\ufffd\n' } }).owners[0]).toMatchObject({ changed: ['a'] });
  });

  it('swaps a file for a folder and a folder for a file', () => {
    const { synth, read } = project();
    synth({ one: { x: '1\n', 'y/z': '1\n' } });
    synth({ one: { 'x/w': '2\n', y: '2\n' } });
    expect([read('x/w'), read('y')]).toEqual(['2\n', '2\n']);
  });

  it('brings one owner up to date without a look at the files of another', () => {
    const { synth, read, listing } = project();
    synth({ one: { a: '1\n' }, two: { b: '1\n' } });
    expect(synth({ one: { a: '2\n' } }, ['one']).owners.map(({ owner }) => owner)).toEqual(['one']);
    expect(read('b')).toBe('1\n');
    synth({ one: { a: '2\n' } });
    expect(Object.keys(listing() ?? {}).sort()).toEqual(['.plinth', '.plinth/one.sha256', 'a']);
  });

  it('fails where the tree is a file', () => {
    const { directory, synth } = project();
    writeFileSync(directory, 'x');
    expect(() => synth({ one: { a: '1\n' } })).toThrow(WriteError);
    expect(() => synth({ one: { a: '1\n' } })).toThrow('not a folder, got a file; name another folder');
  });

  it('fails when the disk refuses, with the tree as it was and nothing left beside it', () => {
    const { synth, listing, besides } = project();
    synth({ one: { a: '1\n' } });
    const before = listing();
    const run = () => synth({ one: { a: '2\n', [`b/${'x'.repeat(300)}`]: '1\n' } });
    expect(run).toThrow(WriteError);
    expect(run).toThrow(/gitops: cannot be written, got ENAMETOOLONG.*; correct it, then synthesize again/);
    expect(listing()).toEqual(before);
    expect(besides()).toEqual([]);
  });

  it('is nothing that git sees, but for the files themselves', () => {
    const { root, synth } = project();
    const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout;
    git('init', '--quiet');
    synth({ one: { a: '1\n' } });
    git('add', '--all');
    // the working folder of a run that was killed
    mkdirSync(join(root, '.gitops.plinth/next'), { recursive: true });
    writeFileSync(join(root, '.gitops.plinth/.gitignore'), '*\n');
    writeFileSync(join(root, '.gitops.plinth/next/a'), '2\n');
    expect(git('status', '--porcelain').trim().split('\n')).toEqual(['A  gitops/.plinth/one.sha256', 'A  gitops/a']);
  });
});
