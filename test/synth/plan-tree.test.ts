import { describe, expect, it } from 'vitest';
import { planTree, type Entry, type TreeState } from '../../lib/synth';
import { createHash } from 'node:crypto';
import { tree } from './artifacts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (text: string): Entry => ({ kind: 'file', text });

/** A tree on disk: which files stand, and what was written last for whom. */
function state(entries: Record<string, Entry>, written: Record<string, Record<string, string>> = {}): TreeState {
  const indexes = Object.entries(written).map(
    ([owner, files]) =>
      [owner, { owner, files: new Map(Object.entries(files).map(([path, text]) => [path, digest(text)])) }] as const,
  );
  return { indexes: new Map(indexes), entries: new Map(Object.entries(entries)) };
}

describe('the plan of a tree', () => {
  it('tells what is added, changed, removed and unchanged for each owner', () => {
    const before = state(
      { same: file('1\n'), other: file('1\n'), gone: file('1\n') },
      { one: { same: '1\n', other: '1\n', gone: '1\n', missing: '1\n' } },
    );
    const plan = planTree(before, tree({ one: { same: '1\n', other: '2\n', fresh: '1\n', missing: '1\n' } }), 'all');
    expect(plan.owners.get('one')).toEqual({
      added: ['fresh', 'missing'],
      changed: ['other'],
      removed: ['gone'],
      unchanged: ['same'],
      adopted: [],
      handEdited: [],
    });
    expect([...plan.writes.keys()]).toEqual(['fresh', 'missing', 'other', '.plinth/one.sha256']);
    expect([...plan.removals]).toEqual(['gone']);
  });

  it('reports what somebody edited before it is overwritten or removed', () => {
    const before = state(
      { a: file('edited\n'), b: file('edited\n'), c: file('1\n') },
      { one: { a: '1\n', b: '1\n', c: '1\n' } },
    );
    const plan = planTree(before, tree({ one: { a: '2\n' } }), 'all');
    expect(plan.owners.get('one')).toMatchObject({ changed: ['a'], removed: ['b', 'c'], handEdited: ['a', 'b'] });
  });

  it('adopts a file that stands there with the same content', () => {
    const plan = planTree(state({ a: file('1\n') }), tree({ one: { a: '1\n' } }), 'all');
    expect(plan.owners.get('one')).toMatchObject({ unchanged: ['a'], adopted: ['a'] });
    expect([...plan.writes.keys()]).toEqual(['.plinth/one.sha256']);
  });

  it('leaves alone what the owners that are not synthesized have', () => {
    const before = state({ a: file('1\n'), b: file('1\n') }, { one: { a: '1\n' }, two: { b: '1\n' } });
    const plan = planTree(before, tree({ one: {} }), ['one']);
    expect([...plan.removals]).toEqual(['a']);
    expect([...plan.owners.keys()]).toEqual(['one']);
  });

  it('removes the files of an owner that left the project only when all are synthesized', () => {
    const before = state(
      { a: file('1\n'), b: file('1\n'), '.plinth/two.sha256': file('index\n') },
      { one: { a: '1\n' }, two: { b: '1\n' } },
    );
    const next = tree({ one: { a: '1\n' } });
    expect([...planTree(before, next, ['one']).removals]).toEqual([]);
    expect([...planTree(before, next, 'all').removals]).toEqual(['b', '.plinth/two.sha256']);
  });

  it('hands a file from one owner to another', () => {
    const before = state({ a: file('1\n') }, { one: { a: '1\n' } });
    const plan = planTree(before, tree({ two: { a: '2\n' } }), 'all');
    expect(plan.owners.get('two')).toMatchObject({ changed: ['a'], handEdited: [] });
    expect([...plan.removals]).toEqual([]);
  });

  it('lets a file become a folder and a folder a file, when all of it is owned', () => {
    const before = state(
      {
        'x/y': { kind: 'blocked', by: 'x' },
        x: file('1\n'),
        z: { kind: 'folder', holds: ['z/w'] },
        'z/w': file('1\n'),
      },
      { one: { x: '1\n', 'z/w': '1\n' } },
    );
    const plan = planTree(before, tree({ one: { 'x/y': '2\n', z: '2\n' } }), 'all');
    expect(plan.owners.get('one')).toMatchObject({ added: ['x/y', 'z'], removed: ['x', 'z/w'] });
  });

  it('fails on every file that it would overwrite but does not own', () => {
    const before = state(
      {
        a: file('by hand\n'),
        b: { kind: 'other' },
        c: { kind: 'folder', holds: ['c/notes.md'] },
        'd/e': { kind: 'blocked', by: 'd' },
        f: file('1\n'),
      },
      { two: { f: '1\n' } },
    );
    const next = tree({ one: { a: '1\n', b: '1\n', c: '1\n', 'd/e': '1\n', f: '1\n' } });
    expect(() => planTree(before, next, ['one'])).toThrow(
      [
        'nothing was written: 5 problems',
        '  a: a file that synthesis does not own stands there; move or delete it, then synthesize again',
        '  b: a link or device that synthesis does not own stands there; move or delete it, then synthesize again',
        '  c: a folder with files that synthesis does not own stands there; move or delete it, then synthesize again',
        '  d/e: d, no folder but something that synthesis does not own stands there; move or delete it, then synthesize again',
        '  f: a file that two owns; synthesize two as well',
      ].join('\n'),
    );
  });
});
