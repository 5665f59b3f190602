import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planTree, readTree, WriteError, writeTree } from '../../lib/synth';
import { carryOut, writeJournal } from '../../lib/synth/write/journal';
import { lockFolder, unlockFolder } from '../../lib/synth/write/lock';
import { discardTree, placeTree } from '../../lib/synth/write/place';
import { stageTree } from '../../lib/synth/write/stage';
import { tree } from './artifacts';
import { listingOf, workingFolder } from './folder';

const A = tree({ one: { 'x/a': '1\n', b: '1\n' } });
const B = tree({ one: { 'x/a': '2\n', 'y/c': '2\n' } });

function project() {
  const folder = workingFolder();
  const synth = (next = A) => writeTree({ directory: folder.directory, tree: next, owners: 'all' });
  const plan = (next = B) => planTree(readTree(folder.directory, next), next, 'all');
  return { ...folder, synth, plan, work: join(folder.root, '.gitops.plinth') };
}

/** The number of a process that is gone. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('the lock', () => {
  it('fails while another synthesis holds it', () => {
    const { root, synth, work, listing } = project();
    synth();
    const before = listing();
    lockFolder(work);
    expect(() => synth(B)).toThrow(WriteError);
    expect(() => synth(B)).toThrow(`another synthesis works on this tree, got process ${String(process.pid)}`);
    expect(listing()).toEqual(before);
    unlockFolder(work);
    expect(existsSync(work)).toBe(false);
    synth(B);
    expect(listingOf(root)).toMatchObject({ 'gitops/x/a': 'file 644 2\n' });
  });

  it.each([
    ['of a process that is gone', () => `${String(deadProcess())}@1@${hostname()}`],
    ['of a process whose number is used again', () => `${String(process.pid)}@1@${hostname()}`],
  ])('is taken over when it is the one %s', (_name, holder) => {
    const { synth, work, besides } = project();
    synth();
    mkdirSync(join(work, 'next/left'), { recursive: true });
    symlinkSync(holder(), join(work, 'lock'));
    expect(synth(B).written).toBe(true);
    expect(besides()).toEqual([]);
  });

  it('is respected when it is held on another machine', () => {
    const { synth, work } = project();
    synth();
    mkdirSync(work);
    symlinkSync('1@1@elsewhere', join(work, 'lock'));
    expect(() => synth(B)).toThrow(`got process 1 on elsewhere; wait for it, or remove ${work} if it is gone`);
    expect(readlinkSync(join(work, 'lock'))).toBe('1@1@elsewhere');
  });
});

describe('a killed run', () => {
  it('is cleaned up after, also when there is nothing to write', () => {
    const { synth, work, besides } = project();
    synth();
    mkdirSync(join(work, 'next'), { recursive: true });
    writeFileSync(join(work, 'next/part'), 'x');
    expect(synth().written).toBe(false);
    expect(besides()).toEqual([]);
  });

  it('gets its tree back when it died between two renames', () => {
    const { directory, synth, work, listing } = project();
    synth();
    const before = listing();
    mkdirSync(join(work, 'next'), { recursive: true });
    renameSync(directory, join(work, 'old'));
    expect(synth().written).toBe(false);
    expect(listing()).toEqual(before);
  });

  it('is finished when its journal was decided, wherever it stopped', () => {
    const { directory, synth, plan, listing } = project();
    synth(B);
    const wanted = listing();
    synth(A);
    const inside = join(directory, '.plinth.work');
    mkdirSync(inside);
    writeJournal(directory, inside, plan());
    // the first of its writes is done
    mkdirSync(join(directory, 'y'));
    renameSync(join(inside, 'new/0'), join(directory, 'y/c'));
    expect(synth(B).written).toBe(false);
    expect(listing()).toEqual(wanted);
  });

  it('is forgotten when its journal was not decided', () => {
    const { directory, synth, listing } = project();
    synth(A);
    const before = listing();
    mkdirSync(join(directory, '.plinth.work/new'), { recursive: true });
    writeFileSync(join(directory, '.plinth.work/journal.json.part'), '{"removals":["b"],');
    synth(A);
    expect(listing()).toEqual(before);
  });
});

describe('a tree that cannot be exchanged', () => {
  it('is put in place by two renames where the system has no such call', () => {
    const { root, directory, synth, plan } = project();
    synth(A);
    const work = { next: join(root, 'next'), old: join(root, 'old') };
    const todo = plan();
    stageTree(directory, todo, work.next);
    expect(placeTree(directory, work, () => 'unsupported')).toEqual({ old: work.old });
    discardTree(work.old, directory, todo);
    expect(synth(B).written).toBe(false);
    expect(existsSync(work.old)).toBe(false);
  });

  it('stays as it was when it turns out not to move', () => {
    const { root, directory, synth, plan, listing } = project();
    synth(A);
    const before = listing();
    const work = { next: join(root, 'next'), old: join(root, 'old') };
    stageTree(directory, plan(), work.next);
    expect(placeTree(directory, work, () => 'immovable')).toBe('immovable');
    expect(listing()).toEqual(before);
  });

  it('is changed where it is when it is a repository itself', () => {
    const { directory, synth, listing, besides, read } = project();
    mkdirSync(directory);
    spawnSync('git', ['init', '--quiet'], { cwd: directory });
    writeFileSync(join(directory, 'notes.md'), 'by hand\n');
    synth(A);
    synth(B);
    expect(
      Object.keys(listing() ?? {})
        .filter((path) => !path.startsWith('.git/'))
        .sort(),
    ).toEqual(['.git', '.plinth', '.plinth/one.sha256', 'notes.md', 'x', 'x/a', 'y', 'y/c']);
    expect(read('x/a')).toBe('2\n');
    expect(synth(B).written).toBe(false);
    expect(besides()).toEqual([]);
  });

  it('can be changed where it is twice, with the same end', () => {
    const { directory, synth, plan, listing } = project();
    synth(A);
    const inside = join(directory, '.plinth.work');
    mkdirSync(inside);
    writeJournal(directory, inside, plan());
    const journal = join(inside, 'journal.json');
    const copy = join(inside, 'copy');
    spawnSync('cp', [journal, copy]);
    carryOut(directory, inside);
    const once = listing();
    renameSync(copy, journal);
    carryOut(directory, inside);
    const rest = Object.entries(once ?? {}).filter(([path]) => path !== '.plinth.work/copy');
    expect(listing()).toEqual(Object.fromEntries(rest));
  });
});

describe('a file that is saved while the next tree is built', () => {
  it('moves over to the new tree', () => {
    const { root, directory, write, synth, plan, read } = project();
    synth(A);
    write('notes.md', 'old\n');
    const work = { next: join(root, 'next'), old: join(root, 'old') };
    const todo = plan();
    stageTree(directory, todo, work.next);
    // as editors save: a new file takes the place of the old one
    write('notes.part', 'new\n');
    renameSync(join(directory, 'notes.part'), join(directory, 'notes.md'));
    write('fresh/more.md', 'new\n');
    const placed = placeTree(directory, work);
    if (placed === 'immovable' || placed.old === undefined) throw new Error('the old tree is not where it should be');
    discardTree(placed.old, directory, todo);
    expect([read('notes.md'), read('fresh/more.md'), read('x/a')]).toEqual(['new\n', 'new\n', '2\n']);
  });
});
