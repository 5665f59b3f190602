import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type { Artifact } from '../../lib/artifact';
import { treePaths, type Cluster } from '../../lib/cluster';

/** The secrets that a cluster's files are made from, by name, and the files that rule how they are encrypted. */
export interface NamedSources {
  readonly sources: ReadonlyMap<string, string>;
  readonly rules: readonly Artifact[];
}

const SUFFIX = '.sops.yaml';

/** The named secrets of a cluster; its Talos bundle is none of them. */
export function sourcesOf(cluster: Cluster): NamedSources {
  const { artifactsOf, secretArtifactsOf } = createRequire(__filename)('../assemble') as typeof import('../assemble');
  const folder = `${treePaths(cluster).secrets}/`;
  const paths = secretArtifactsOf(cluster)
    .flatMap(({ sources }) => sources.map(({ path }) => path))
    .filter((path) => path.startsWith(folder));
  return { sources: new Map(paths.map((path) => [posix.basename(path, SUFFIX), path])), rules: artifactsOf(cluster) };
}
