import { createRequire } from 'node:module';
import type { Cluster } from '../lib/cluster';
import { prepare, type PreparedTree } from '../lib/synth';
import { ProblemsError } from './project';

/**
 * The files of the clusters, checked by every guard.
 *
 * @throws ProblemsError with what the renderings of all clusters report, SynthesisError with what the guards find
 */
export function rendered(clusters: readonly Cluster[]): PreparedTree {
  // the construct libraries take longer to load than a definition to check, so they come after the check
  const { artifactsOf } = createRequire(__filename)('./assemble') as typeof import('./assemble');
  const errors: Error[] = [];
  const artifacts = clusters.flatMap((cluster) => {
    try {
      return artifactsOf(cluster);
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error(String(error)));
      return [];
    }
  });
  const [first] = errors;
  if (first !== undefined) throw errors.length === 1 ? first : new ProblemsError(errors.map(({ message }) => message));
  return prepare(artifacts);
}
