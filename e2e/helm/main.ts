import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSections, runSuite } from '../suite';
import type { Tally } from '../tally';
import { archivesOfHelm } from './archives';
import { ChartServer } from './chart-server';
import { fetching } from './fetching';
import { scalars } from './scalars';
import { synthesis } from './synthesis';
import { unitTests } from './unit-tests';

// Charts through the real helm: fetched from a repository and a registry on loopback, rendered by synth without either.
// usage: tsx e2e/helm/main.ts

async function main(tally: Tally): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-e2e-helm-')));
  const server = new ChartServer(folder);
  await server.start();
  try {
    await runSections(tally, {
      'scalars of manifests': () => scalars(folder, tally),
      'archives that helm packs': () => archivesOfHelm(folder, tally),
      'unit tests that need helm': () => unitTests(folder, tally),
      fetching: () => fetching(folder, server, tally),
      synthesis: () => synthesis(folder, server, tally),
    });
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

runSuite('that charts are pinned and rendered to the same bytes', main);
