import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, placedComponents, resolveRequirements, satisfiedBy, stage, type Stage } from '../../lib/cluster';
import { component, definition } from '../support/definition';

/** `name: requires → provides`, for a stage written on one line. */
function part(name: string, requires: readonly string[], ...provides: readonly string[]) {
  return component(name, { requires, provides });
}

function problemsOf(...platform: Stage[]): readonly string[] {
  return check({ ...definition(), platform }).map(({ path, what }) => `${path}: ${what}`);
}

describe('requirements', () => {
  it('are met by the first component that provides them', () => {
    const placed = placedComponents([
      stage('a', part('one', [], 'cni'), part('two', [], 'cni')),
      stage('b', part('three', ['cni'])),
    ]);
    expect(resolveRequirements(placed).map(({ by, provider }) => [by.id, provider?.id])).toEqual([
      ['three-system/three', 'one-system/one'],
    ]);
  });

  it('of a kind are met by whoever provides its group', () => {
    expect(satisfiedBy('crd/example.com/Widget')).toEqual(['crd/example.com/Widget', 'crd/example.com']);
    expect(satisfiedBy('crd/example.com')).toEqual(['crd/example.com']);
    expect(
      problemsOf(stage('a', part('operator', [], 'crd/example.com'), part('widget', ['crd/example.com/Widget']))),
    ).toEqual([]);
  });

  it('fails where only one kind of a group is there and all are asked for', () => {
    expect(
      problemsOf(stage('a', part('operator', [], 'crd/example.com/Widget'), part('rest', ['crd/example.com']))),
    ).toEqual(['platform.a.rest: nothing provides what it requires']);
  });

  it('that a component meets itself are none', () => {
    expect(problemsOf(stage('a', part('whole', ['cni'], 'cni')))).toEqual([]);
  });

  it('fails naming the whole path to a later stage', () => {
    expect(
      problemsOf(
        stage('foundation', part('issuer', ['crd/certs'], 'issuer'), part('certs', ['database'], 'crd/certs')),
        stage('data', part('postgres', [], 'database')),
        stage('apps', part('shop', ['issuer'])),
      ),
    ).toEqual([
      'platform.foundation.certs: what it requires comes only in the later stage data ' +
        '(apps/shop → foundation/issuer → foundation/certs → database → data/postgres)',
    ]);
  });

  it('fails on what nobody provides, naming who waits for it', () => {
    expect(problemsOf(stage('a', part('one', ['two'], 'one'), part('two', ['nothing'], 'two')))).toEqual([
      'platform.a.two: nothing provides what it requires (a/one → a/two → nothing)',
    ]);
  });

  it('fails on a cycle, printing it', () => {
    expect(
      problemsOf(
        stage('a', part('one', ['two'], 'one'), part('two', ['three'], 'two'), part('three', ['one'], 'three')),
      ),
    ).toEqual(['platform.a.one: waits for itself (a/one → two → a/two → three → a/three → one → a/one)']);
  });

  it('finds a cycle exactly where a search of all paths finds one', () => {
    const graph = fc
      .integer({ min: 1, max: 7 })
      .chain((size) =>
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 12 }).map((edges) => ({ size, edges })),
      );
    fc.assert(
      fc.property(graph, ({ size, edges }) => {
        const others = edges.filter(([from, to]) => from !== to);
        const parts = Array.from({ length: size }, (_, i) =>
          part(
            `c${String(i)}`,
            others.filter(([from]) => from === i).map(([, to]) => `cap${String(to)}`),
            `cap${String(i)}`,
          ),
        );
        const reaches = (from: number, to: number, depth: number): boolean =>
          depth > 0 && others.some(([a, b]) => a === from && (b === to || reaches(b, to, depth - 1)));
        const cyclic = parts.some((_, i) => reaches(i, i, size));
        expect(problemsOf(stage('a', ...parts)).length > 0).toBe(cyclic);
      }),
    );
  });

  it('of a chain of 10,000 components are resolved without recursion', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      part(`c${String(i)}`, [`cap${String(i + 1)}`], `cap${String(i)}`),
    );
    const placed = placedComponents([stage('a', ...chain, part('last', [], 'cap10000'))]);
    expect(resolveRequirements(placed)).toHaveLength(10_000);
    expect(check({ ...definition(), platform: [stage('a', ...chain, part('last', [], 'cap10000'))] })).toEqual([]);
  });
});
