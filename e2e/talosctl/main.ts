import { loadProject } from '../../cli/project';
import { fixedCluster, managedCluster } from '../../test/support/clusters-capi';
import { Random } from '../talos/random';
import { randomCluster, releases } from '../talos/random-cluster';
import { runSections, runSuite, seedOf } from '../suite';
import type { Tally } from '../tally';
import { credentials } from './credentials';
import { generation } from './generation';
import { patching } from './patching';
import { Bundles } from './targets';
import { Talosctl } from './talosctl';
import { validation, validationInProcess } from './validation';

// What we make for Talos, read by talosctl itself.
// usage: tsx e2e/talosctl/main.ts; SEED=n repeats a run, DEFINITIONS=n and PROCESSES=n change its length

async function main(tally: Tally): Promise<void> {
  const seed = seedOf();
  const { clusters: reference } = loadProject();
  const matrix = releases.flatMap((versions) => [fixedCluster({ versions }), managedCluster(versions)]);
  const random = Array.from({ length: 50 }, (_, index) => randomCluster(new Random(seed + index)));
  const [named, all] = [
    [...reference, ...matrix],
    [...reference, ...matrix, ...random],
  ];
  const definitions = Number(process.env.DEFINITIONS ?? 1000);
  // a process for each takes its time: the others go through the same code in one
  const processes = Number(process.env.PROCESSES ?? 200);

  const talosctl = Talosctl.build();
  const bundles = new Bundles();
  const sections: Readonly<Record<string, () => Promise<void>>> = {
    'gen config': () => generation(talosctl, tally, bundles),
    validate: () => validation(talosctl, tally, bundles, all, processes, seed),
    'validate in one process': () => validationInProcess(tally, bundles, definitions, seed),
    'machineconfig patch': () => patching(talosctl, tally, bundles, all),
    talosconfig: () => credentials(talosctl, tally, bundles, named),
  };
  try {
    await runSections(tally, sections);
  } finally {
    talosctl.end();
  }
}

runSuite('build talosctl', main);
