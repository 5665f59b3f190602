import { resolve } from 'node:path';
import { loadProject } from '../../cli/project';
import { fixedCluster, managedCluster } from '../../test/support/clusters-capi';
import { brokenConfigs, namedConfigs } from './broken-configs';
import { differential } from './differential';
import { documents } from './documents';
import { expressions } from './expressions';
import { fieldTable } from './field-table';
import { mergeRules } from './merge-rules';
import { mutations } from './mutations';
import { nodeConfigs } from './node-configs';
import { Oracle } from './oracle';
import { patchPairs } from './patch-pairs';
import { Random } from './random';
import { randomCluster, releases } from './random-cluster';
import { numberFrom, runSections, runSuite, seedOf } from '../suite';
import type { Tally } from '../tally';
import { filesOf, filesOfModel, managedPatches, treePatches } from './tree-patches';

// Our machine configurations against Talos's own code.
// usage: tsx e2e/talos/main.ts [tree]; SEED=n repeats a run, DEFINITIONS=n, PATCHES=n, MUTATIONS=n and so on change its length

async function main(tally: Tally): Promise<void> {
  const seed = seedOf();
  const project = loadProject();
  const tree = resolve(process.argv[2] ?? project.tree);
  const matrix = releases.flatMap((versions) => [fixedCluster({ versions }), managedCluster(versions)]);
  const random = Array.from({ length: 50 }, (_, index) => randomCluster(new Random(seed + index)));

  const oracle = new Oracle();
  const bundles = [await oracle.bundle(), await oracle.bundle(), await oracle.bundle()];
  const [bundle] = bundles;
  if (bundle === undefined) throw new Error('no bundle, got none from the tool; look at its errors');

  const sections: Readonly<Record<string, () => Promise<void>>> = {
    'merge rules': () => mergeRules(oracle, tally),
    'patch files': async () => {
      for (const cluster of project.clusters) {
        await treePatches(oracle, tally, bundle, cluster, filesOf(tree));
        await managedPatches(oracle, tally, bundle, cluster, tree);
      }
      for (const cluster of matrix) await treePatches(oracle, tally, bundle, cluster, filesOfModel(cluster));
    },
    'whole configurations': () => nodeConfigs(oracle, tally, bundle, [...project.clusters, ...matrix, ...random]),
    'documents of a definition': () => documents(oracle, tally, bundle, numberFrom('SAMPLES', 6), seed),
    'table of fields': () => fieldTable(oracle, tally),
    'rules broken one by one': () => namedConfigs(oracle, tally),
    'broken configurations': () => brokenConfigs(oracle, tally, bundle),
    'random changes': () => mutations(oracle, tally, bundle, numberFrom('MUTATIONS', 5000), seed),
    expressions: () => expressions(oracle, tally, numberFrom('EXPRESSIONS', 3000), seed),
    'patch pairs': () => patchPairs(oracle, tally, bundles, numberFrom('PATCHES', 1000), seed),
    'generated configurations': () => differential(oracle, tally, bundles, numberFrom('DEFINITIONS', 1000), seed),
  };
  await runSections(tally, sections);
  oracle.end();
}

runSuite('the Talos configurations', main);
