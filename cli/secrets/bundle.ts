import type { Cluster } from '../../lib/cluster';
import {
  decryptWith,
  encryptYaml,
  formatBundle,
  parseBundle,
  plainText,
  SopsError,
  type SecretsBundle,
} from '../../lib/secrets';
import { encryptionRules, readCommitted, writeTree, type MadeSource, type Report } from '../../lib/synth';
import { holdsSecrets, secretPaths, talosFiles } from '../../lib/talos';
import { selectClusters, UsageError, type LoadedProject } from '../project';
import { rendered, theWorld, thisMachinesKeys, type RenderOptions } from '../rendered';

/**
 * The cluster that a verb is about.
 *
 * @throws UsageError for a cluster whose secrets are not ours to keep
 */
export function clusterWithSecrets(project: LoadedProject, name: string): Cluster {
  const [cluster] = selectClusters(project, [name]);
  if (cluster === undefined) throw new UsageError(`no such cluster, got ${name}`);
  if (!holdsSecrets(cluster)) {
    throw new UsageError(
      `no machine of ${cluster.id} is listed in its definition, so Cluster API makes its secrets; read them in the Secret ${cluster.name}-talosconfig of its management cluster`,
    );
  }
  return cluster;
}

/**
 * The secrets bundle of a cluster, opened with a private key of this machine.
 *
 * @throws UsageError where there is none yet, SopsError where no key opens it, BundleError for one that cannot be used
 */
export async function openBundle(project: LoadedProject, cluster: Cluster): Promise<SecretsBundle> {
  const path = secretPaths(cluster).bundle;
  const text = readCommitted(project.tree).textOf(path);
  if (text === undefined) {
    throw new UsageError(
      `no secrets bundle of ${cluster.id}, got no file ${path}; make it: plinth secrets init ${cluster.id}`,
    );
  }
  return parseBundle(plainText(await decryptWith(text, thisMachinesKeys())));
}

/** Files as a key of this machine shows them. */
export interface OpenedFiles {
  /** Plain texts by path. */
  readonly opened: ReadonlyMap<string, string>;
  /** Why some stay shut, where no key fits. */
  readonly shut: string | undefined;
  /** What is wrong with the others. */
  readonly problems: readonly string[];
}

/** The encrypted files that a key of this machine opens, as plain texts by path, and what is wrong with the others. */
export async function openFiles(project: LoadedProject, paths: readonly string[]): Promise<OpenedFiles> {
  const { textOf } = readCommitted(project.tree);
  const opened = new Map<string, string>();
  const problems: string[] = [];
  let shut: string | undefined;
  const keysFor = thisMachinesKeys();
  for (const path of paths) {
    const text = textOf(path);
    if (text === undefined) continue;
    try {
      opened.set(path, plainText(await decryptWith(text, keysFor)));
    } catch (error) {
      if (error instanceof SopsError && error.problem === 'wrong-key') shut = error.message;
      else problems.push(`${path}: ${(error as Error).message}`);
    }
  }
  return { opened, shut, problems };
}

/**
 * Writes a bundle for the readers that the definition names, and everything that is made from it, all of it or nothing. No
 * private key is needed: what is encrypted is at hand.
 *
 * @param bundle makes the bundle, once it is clear that it may be written
 * @throws UsageError where the cluster has a bundle and `replace` is not set
 */
export async function install(
  project: LoadedProject,
  cluster: Cluster,
  bundle: () => SecretsBundle,
  { replace = false }: { replace?: boolean | undefined },
): Promise<Report> {
  const path = secretPaths(cluster).bundle;
  if (readCommitted(project.tree).textOf(path) !== undefined && !replace) {
    throw new UsageError(
      `${cluster.id} has a secrets bundle, got ${path}; keep it, or start a new one with --replace, which machines that run with the old one do not know`,
    );
  }
  return write(project, cluster, { world: { made: await sealed(cluster, bundle()) } });
}

/** A bundle, encrypted under a new data key as the definition says. */
export async function sealed(cluster: Cluster, bundle: SecretsBundle): Promise<ReadonlyMap<string, MadeSource>> {
  const path = secretPaths(cluster).bundle;
  const plain = formatBundle(bundle);
  const text = await encryptYaml(plain, { ...encryptionRules(talosFiles(cluster))(path), ...theWorld(false) });
  return new Map([[path, { text, plain }]]);
}

/** Synthesizes one cluster. */
export async function write(
  project: LoadedProject,
  cluster: Cluster,
  options: Pick<RenderOptions, 'world' | 'instead'>,
): Promise<Report> {
  const { tree } = await rendered({ ...options, project, clusters: [cluster] });
  return writeTree({ directory: project.tree, tree, owners: [cluster.id] });
}
