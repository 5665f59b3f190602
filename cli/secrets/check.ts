import type { Command } from 'commander';
import type { Cluster } from '../../lib/cluster';
import { readTalosconfig } from '../../lib/secrets';
import { holdsSecrets, secretPaths } from '../../lib/talos';
import { loadProject, selectClusters, type LoadedProject } from '../project';
import { withoutSecrets } from '../synth';
import { rendered, type Rendered } from '../rendered';
import { openBundle, openFiles } from './bundle';

/** What is good about the secrets of a cluster, and what is not. */
interface Findings {
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/** `plinth secrets check`: whether the encrypted files are current, open, whole and not about to expire. */
export function check(group: Command, done: (code: number) => void): void {
  group
    .command('check')
    .description(
      'check bundles and what is made from them: current, untampered, not about to expire; exits with 1 if not',
    )
    .argument('[cluster...]', 'clusters to check, by name or group/name')
    .option('--without-keys', 'do not look for private keys: tell stale from current only')
    .action(async (names: string[], { withoutKeys }: { withoutKeys?: boolean }) => {
      const project = loadProject();
      const clusters = selectClusters(project, names);
      const states = await rendered({ project, clusters, keys: false, allowStale: true });
      let bad = false;
      for (const cluster of clusters) {
        const { notes, problems } = await examine(project, cluster, states, withoutKeys !== true);
        const lines = [...notes, ...problems.map((text) => `! ${text}`)];
        if (lines.length > 0) process.stdout.write(`${[cluster.id, ...lines].join('\n  ')}\n`);
        bad ||= problems.length > 0;
      }
      done(bad ? 1 : 0);
    });
}

async function examine(
  project: LoadedProject,
  cluster: Cluster,
  { tree, stale, waiting }: Rendered,
  keys: boolean,
): Promise<Findings> {
  const own = stale.filter(({ owner }) => owner === cluster.id);
  const missing = withoutSecrets(waiting.filter(({ owner }) => owner === cluster.id));
  const encrypted = [...(tree.owners.get(cluster.id)?.inputs.keys() ?? [])];
  const problems = [...missing, ...own.map(({ path, why }) => `${path}: stale: ${why}`)];
  if (encrypted.length === 0) return { notes: [], problems };
  const inside = keys ? await examineInside(project, cluster, encrypted) : { notes: [], problems: [] };
  return {
    notes: [
      `${String(encrypted.length - own.length)} of ${String(encrypted.length)} encrypted files are current`,
      ...inside.notes,
    ],
    problems: [...problems, ...inside.problems],
  };
}

/** What only a key shows. */
async function examineInside(
  project: LoadedProject,
  cluster: Cluster,
  encrypted: readonly string[],
): Promise<Findings> {
  const { opened, shut, problems } = await openFiles(project, encrypted);
  if (shut !== undefined) return { notes: [`not opened: ${shut}`], problems };
  const talosconfig = opened.get(secretPaths(cluster).talosconfig);
  const access = talosconfig === undefined ? { notes: [], problems: [] } : examineTalosconfig(talosconfig, new Date());
  const bundle = holdsSecrets(cluster) ? await bundleProblems(project, cluster) : [];
  return {
    notes: [`${String(opened.size)} files open, every MAC holds`, ...access.notes],
    problems: [...problems, ...bundle, ...access.problems],
  };
}

async function bundleProblems(project: LoadedProject, cluster: Cluster): Promise<readonly string[]> {
  try {
    await openBundle(project, cluster);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A certificate that ends within a month is a problem now: whoever notices later has no way in. */
const MONTH = 30 * 24 * 3600 * 1000;

function examineTalosconfig(text: string, now: Date): Findings {
  const clients = readTalosconfig(text).contexts.flatMap(({ client }) => client ?? []);
  const describe = (roles: readonly string[], end: Date) =>
    `${roles.join(', ')} until ${end.toISOString().slice(0, 10)}`;
  return {
    notes: clients.map(({ roles, notAfter }) => `talosconfig: ${describe(roles, notAfter)}`),
    problems: clients
      .filter(({ notAfter }) => notAfter.getTime() - now.getTime() < MONTH)
      .map(({ notAfter }) => `talosconfig ends on ${notAfter.toISOString().slice(0, 10)}: plinth secrets rotate`),
  };
}
