import type { Cluster } from '../../lib/cluster';
import { Tally } from '../tally';
import { hasGo } from '../tools/build';
import { cdktfDeploy } from './cdktf';
import { hetznerReference, largeHetzner, largeManaged, wholeHetzner } from './hetzner-clusters';
import { stableIdentity } from './identity';
import { onBench, wholeLife } from './lifecycle';
import { refusals } from './refusals';
import { largeVsphere, vsphereReference, wholeVsphere } from './vsphere-clusters';

// tsx e2e/machines/main.ts [WORD]: runs only the sections whose names contain the word.

const nodes = 50;

const lives: Readonly<Record<string, () => Cluster>> = {
  'vsphere reference': () => vsphereReference,
  'vsphere with everything': wholeVsphere,
  [`vsphere with ${String(nodes)} nodes`]: () => largeVsphere(nodes),
  'hetzner reference': () => hetznerReference,
  [`hetzner reference with ${String(nodes)} nodes`]: () => largeManaged(nodes),
  'hetzner servers with everything': wholeHetzner,
  [`hetzner servers with ${String(nodes)} nodes`]: () => largeHetzner(nodes),
};

async function main(): Promise<number> {
  if (!hasGo()) {
    console.log('skipped: go is not on PATH; install it to build the providers');
    return 0;
  }
  const tally = new Tally();
  const sections: Record<string, () => Promise<void>> = {
    'in-memory api': () => refusals(tally),
    'stable identity': () => stableIdentity(tally),
  };
  for (const [name, cluster] of Object.entries(lives)) sections[name] = () => onBench(tally, cluster(), wholeLife);

  sections['cdktf deploy'] = () => cdktfDeploy(tally, vsphereReference, 'machines');

  const word = process.argv[2] ?? '';
  for (const [name, section] of Object.entries(sections)) {
    if (!name.includes(word)) continue;
    const started = tally.counts();
    const since = performance.now();
    await section();
    tally.section(`${name} (${((performance.now() - since) / 1000).toFixed(0)} s)`, started);
  }
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

void main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
