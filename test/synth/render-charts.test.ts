import { afterEach, describe, expect, it } from 'vitest';
import { renderCharts, SynthesisError } from '../../lib/synth';
import { chartArchive } from '../support/chart';
import { testChart, testRelease, worldOf } from '../support/helm';

const artifact = (path: string, more = {}) => ({ path, owner: 'test/edge', release: testRelease(more) });

describe('charts in a synthesis', () => {
  const world = worldOf(chartArchive('drawn', {}));
  afterEach(() => {
    world.remove();
  });

  it('need neither pins nor helm where there are none', async () => {
    expect(await renderCharts([], { ...world, lock: undefined, env: {} })).toEqual([]);
  });

  it('fail all together where they are not pinned', async () => {
    const other = artifact('b.yaml', { chart: { ...testChart, version: '9.9.9' } });
    const failure = renderCharts([artifact('a.yaml'), other], { ...world, lock: undefined });
    await expect(failure).rejects.toThrow(SynthesisError);
    await expect(failure).rejects.toThrow(
      /nothing was written: 2 problems[\s\S]*a\.yaml: https:\/\/charts\.example\.com\/drawn 1\.2\.3: not pinned in charts\.lock\.yaml; run plinth fetch[\s\S]*b\.yaml/,
    );
  });

  it('fail where the archive is not in the cache, naming the cache', async () => {
    world.remove();
    await expect(renderCharts([artifact('a.yaml')], world)).rejects.toThrow(
      /not in the cache \(.*\), got sha256:[0-9a-f]+; run plinth fetch/,
    );
  });

  it('fail where there is no helm', async () => {
    const there = worldOf(chartArchive('drawn', {}));
    const failure = renderCharts([artifact('a.yaml')], { ...there, env: { PATH: '/nowhere' } });
    await expect(failure).rejects.toThrow(/charts\.lock\.yaml: no helm on PATH; install Helm/);
    there.remove();
  });
});
