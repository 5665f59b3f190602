import { describe, expect, it } from 'vitest';
import { addons, stage } from '../../lib/cluster';
import { beforeStages, engineStages, stageWaves } from '../../lib/platform';
import { component } from '../support/definition';

const platform = [addons(component('cni')), stage('base', component('one')), stage('apps', component('two'))];

describe('waves', () => {
  it('leaves out what Cluster API carries', () => {
    expect(engineStages({ platform }).map(({ name }) => name)).toEqual(['base', 'apps']);
  });

  it('count the stages of the engine from 0, in their order', () => {
    expect([...stageWaves({ platform })]).toEqual([
      ['base', 0],
      ['apps', 1],
    ]);
  });

  it('have room before the first stage', () => {
    expect(Math.min(...stageWaves({ platform }).values())).toBeGreaterThan(beforeStages);
  });
});
