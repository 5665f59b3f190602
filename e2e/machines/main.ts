import type { Cluster } from '../../lib/cluster';
import { runSections, runSuite } from '../suite';
import type { Tally } from '../tally';
import { cdktfDeploy } from './cdktf';
import { hetznerReference, largeHetzner, largeManaged, wholeHetzner } from './hetzner-clusters';
import { stableIdentity } from './identity';
import { onBench, wholeLife } from './lifecycle';
import { randomDefinitions } from './random';
import { refusals } from './refusals';
import { remoteState } from './remote-state';
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

async function main(tally: Tally): Promise<void> {
  const word = process.argv[2] ?? '';
  const lived = Object.entries(lives).map(([name, cluster]): Section => [
    name,
    () => onBench(tally, cluster(), wholeLife),
  ]);
  const sections: readonly Section[] = [
    ['in-memory api', () => refusals(tally)],
    ['stable identity', () => stableIdentity(tally)],
    ['remote state', () => remoteState(tally)],
    ['random definitions', () => randomDefinitions(tally)],
    ...lived,
    ['cdktf deploy', () => cdktfDeploy(tally, vsphereReference, 'machines')],
  ];
  await runSections(tally, Object.fromEntries(sections.filter(([name]) => name.includes(word))));
}

type Section = readonly [name: string, run: () => Promise<void>];

runSuite('what the providers make', main);
