import type { Cluster, Machine, MachinePool } from '../../lib/cluster';
import { checkConfig, nodeConfig, nodeMode } from '../../lib/talos';
import { emitDocuments } from '../../lib/yaml';
import type { Bundle } from './differential';
import type { Oracle } from './oracle';
import type { Tally } from '../tally';

/** The whole configuration of every machine: accepted by Talos in its mode, and by our own rules. */
export async function nodeConfigs(oracle: Oracle, tally: Tally, { secrets }: Bundle, clusters: readonly Cluster[]) {
  const warned = new Set<string>();
  for (const cluster of clusters) {
    const targets = cluster.pools.flatMap((pool): readonly (Machine | MachinePool)[] =>
      pool.machines.length === 0 ? [pool] : pool.machines,
    );
    for (const target of targets) {
      const documents = nodeConfig(cluster, target, secrets);
      const name = `node: ${cluster.id} ${cluster.versions.talos} ${target.name}`;
      const mode = nodeMode(cluster);
      const { error, warnings = [] } = await oracle.ask({
        operation: 'validate',
        mode,
        config: emitDocuments(documents),
      });
      tally.check(name, error === undefined, () => error ?? '');
      for (const warning of warnings) warned.add(warning);
      const problems = checkConfig(documents, mode);
      tally.check(`${name}, our rules`, problems.length === 0, () => JSON.stringify(problems));
    }
  }
  for (const warning of warned) console.log(`Talos warns: ${warning}`);
}
