import type { Artifact } from '../../../lib/artifact';
import {
  appOfApps,
  applicationSet,
  argoCd,
  defineCluster,
  sops,
  type ArgoCd,
  type ArgoCdOptions,
  type Cluster,
  type JsonObject,
  type SopsDelivery,
  type Stage,
} from '../../../lib/cluster';
import { definition } from '../../support/definition';

const layouts = { 'application-set': applicationSet(), 'app-of-apps': appOfApps() };

/** A cluster that runs Argo CD, with options of its own. */
export function argoCdCluster(
  layout: keyof typeof layouts,
  delivery: SopsDelivery | undefined,
  platform: Stage[],
  options: Partial<ArgoCdOptions> = {},
): Cluster<ArgoCd> {
  return defineCluster({
    ...definition(),
    gitops: argoCd({
      version: 'v3.2.6',
      repository: { url: 'https://git.example.com/platform.git' },
      layout: layouts[layout],
      secrets: sops({ recipients: ['ops'], ...(delivery && { delivery }) }),
      ...options,
    }),
    platform,
  });
}

/** The documents of a file whose path ends so. */
export function documentsOf(artifacts: readonly Artifact[], ending: string): readonly JsonObject[] {
  const artifact = artifacts.find(({ path }) => path.endsWith(ending));
  if (artifact?.body.format !== 'yaml') throw new Error(`no such file: ${ending}`);
  return artifact.body.documents;
}
