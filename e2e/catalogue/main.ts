import { App } from 'cdk8s';
import { chartsFor } from '../../charts';
import {
  appOfApps,
  applicationSet,
  argoCd,
  defineCluster,
  sops,
  stage,
  type Cluster,
  type Component,
} from '../../lib/cluster';
import { engineOf } from '../../lib/gitops';
import { catalogue } from '../../lib/platform';
import { loadSchemas, validateTree, type Schemas, type Tree } from '../../lib/review';
import { emitBody } from '../../lib/synth';
import { configured, contractCluster } from '../../test/support/configured-components';
import { fluxClusters } from '../../test/support/clusters-flux';
import { definition } from '../../test/support/definition';
import { Tally } from '../tally';

// tsx e2e/catalogue/main.ts SCHEMAS

const argoCdHalf = (layout: Parameters<typeof argoCd>[0]['layout']): Cluster['gitops'] =>
  defineCluster({
    ...definition(),
    gitops: argoCd({
      version: 'v3.2.6',
      repository: { url: 'https://git.example.com/teams/platform.git' },
      layout,
      secrets: sops({ recipients: ['ops'] }),
    }),
  }).gitops;

const engines: readonly (readonly [string, Cluster['gitops']])[] = [
  ['argo-cd application-set', argoCdHalf(applicationSet())],
  ['argo-cd app-of-apps', argoCdHalf(appOfApps())],
  ...fluxClusters.map(([name, { gitops }]) => [`flux ${name}`, gitops] as const),
];

const components: readonly (readonly [string, Component])[] = [
  ...Object.entries(catalogue).map(([name, make]) => [name, make()] as const),
  ...Object.entries(configured).map(([name, make]) => [`${name}, configured`, make()] as const),
];

function main(tally: Tally, schemas: Schemas): void {
  const unknown = new Set<string>();
  let objects = 0;
  for (const [engine, gitops] of engines) {
    const before = tally.counts();
    for (const [name, component] of components) {
      const cluster: Cluster = { ...contractCluster, gitops, platform: [stage('all', component)] };
      const tree = treeOf(cluster);
      if (tree === undefined) continue;
      const report = validateTree(tree, schemas);
      objects += report.checked.reduce((sum, { count }) => sum + count, 0);
      for (const { name: kind } of report.withoutSchema) unknown.add(kind);
      tally.check(`${engine}: ${name}`, report.refusals.length === 0, () => JSON.stringify(report.refusals, null, 2));
    }
    tally.section(engine, before);
  }
  console.log(`${String(objects)} objects checked; no schema here for ${[...unknown].sort().join(', ')}`);
  // a check that checks nothing would pass, too
  tally.check('objects were checked', objects > components.length, () => String(objects));
}

/** The files of a cluster; absent where the engine refuses the component, as Flux does a second FluxInstance. */
function treeOf(cluster: Cluster): Tree | undefined {
  const engine = engineOf(cluster);
  if (engine.problems().length > 0) return undefined;
  const artifacts = [...engine.files(), ...chartsFor(new App(), cluster).map((file) => file.toArtifact())];
  return new Map(artifacts.map(({ path, body }) => [path, emitBody(body)]));
}

const [, , folder = ''] = process.argv;
const tally = new Tally();
main(tally, loadSchemas(folder));
const { passed, failed } = tally.counts();
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
