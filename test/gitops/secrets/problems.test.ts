import { describe, expect, it } from 'vitest';
import { secret, stage, type Component, type Stage } from '../../../lib/cluster';
import { secretProblems } from '../../../lib/gitops/secrets';
import { appOfAppsCluster } from '../../support/clusters-gitops';
import { component } from '../../support/definition';

const reader = (name: string, key: string, more: Partial<Component> = {}) =>
  component(name, {
    secrets: () => [{ name: 'token', namespace: 'shared', data: { [key]: secret('token') } }],
    ...more,
  });
const problemsOf = (...platform: Stage[]) => secretProblems(appOfAppsCluster(...platform));
const operator = component('operator', { decrypts: 'sops-secrets', requires: ['base'] });
const base = component('base', { provides: ['base'] });

describe('the Secrets of components', () => {
  it('may be one and the same', () => {
    expect(problemsOf(stage('a', reader('x', 'k'), reader('y', 'k')))).toEqual([]);
  });

  it('fails for two of one name that say different things', () => {
    expect(problemsOf(stage('a', reader('x', 'k'), reader('y', 'other'), component('z')))).toEqual([
      {
        path: 'platform.a.y',
        what: 'its Secret says other things than that of x-system/x',
        got: 'shared/token',
        allowed: 'one content for each name in a namespace',
        fix: 'rename one of the two, or let both say the same',
      },
    ]);
  });

  it('fails for one that a later stage makes, since the earlier would wait for it', () => {
    const [problem, ...others] = problemsOf(stage('a', base, reader('x', 'k')), stage('b', operator));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      path: 'platform.a.x',
      what: 'its Secret is made only in the later stage b, by operator-system/operator',
      got: 'shared/token',
    });
  });

  it('may be of an earlier stage where what decrypts requires their component: a person brings them', () => {
    const early = reader('base', 'k', { provides: ['base'] });
    expect(problemsOf(stage('a', early), stage('b', operator))).toEqual([]);
    expect(problemsOf(stage('a', base, operator, reader('x', 'k')))).toEqual([]);
  });
});
