import { createRequire } from 'node:module';
import type { Cluster } from '../lib/cluster';
import { prepare, type PreparedTree } from '../lib/synth';

/**
 * The files of the clusters, checked by every guard.
 *
 * @throws SynthesisError, StackError or Error with all that the renderings and guards find
 */
export function rendered(clusters: readonly Cluster[]): PreparedTree {
  // the construct libraries take longer to load than a definition to check, so they come after the check
  const { artifactsOf } = createRequire(__filename)('./assemble') as typeof import('./assemble');
  return prepare(clusters.flatMap(artifactsOf));
}
