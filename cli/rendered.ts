import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Artifact, ChartArtifact, SecretArtifact } from '../lib/artifact';
import type { Cluster } from '../lib/cluster';
import { discoverKeys, thisMachine, type DiscoveredKeys, type KeysFor } from '../lib/secrets';
import {
  emptyTree,
  encryptSecrets,
  prepare,
  readCommitted,
  renderCharts,
  type CommittedTree,
  type EncryptedFiles,
  type EncryptionWorld,
  type PreparedTree,
} from '../lib/synth';
import { chartWorld } from './chart-world';
import { ProblemsError, type LoadedProject } from './project';

export interface RenderOptions {
  readonly project: LoadedProject;
  readonly clusters: readonly Cluster[];
  /** Whether private keys may be looked for. @default true */
  readonly keys?: boolean | undefined;
  /** Whether encrypted files that cannot be made are listed instead of refused. @default false */
  readonly allowStale?: boolean | undefined;
  /** Secrets bundles that are made just now, and what else encryption may be told. */
  readonly world?: Pick<EncryptionWorld, 'made' | 'remake' | 'newDataKeys'>;
  /** What takes the place of an encrypted file's rendering. @default - the rendering itself */
  readonly instead?: (secret: SecretArtifact) => SecretArtifact;
}

/** The files of some clusters. */
export interface Rendered extends Pick<EncryptedFiles, 'sources' | 'stale' | 'waiting'> {
  readonly tree: PreparedTree;
}

/**
 * The files of the clusters, encrypted where they are secret, and checked by every guard.
 *
 * @throws ProblemsError with what the renderings of all clusters report, SynthesisError with what charts, encryption
 * and the guards find
 */
export async function rendered({
  project,
  clusters,
  keys = true,
  allowStale = false,
  world = {},
  instead = (secret) => secret,
}: RenderOptions): Promise<Rendered> {
  const tree = readCommitted(project.tree);
  const { artifacts: plain, charts, secrets } = render(clusters, tree);
  const artifacts = charts.length === 0 ? plain : [...plain, ...(await renderCharts(charts, chartWorld(project.root)))];
  const encrypted = await encryptSecrets({
    secrets: secrets.map(instead),
    others: artifacts,
    tree,
    world: { ...world, ...theWorld(keys) },
    allowStale,
  });
  const { inputs, kept, sources, stale, waiting } = encrypted;
  return { tree: prepare([...artifacts, ...encrypted.artifacts], { inputs, kept }), sources, stale, waiting };
}

/** What one process takes from the world, whatever it makes. */
export function theWorld(keys: boolean): EncryptionWorld {
  const world = { random: randomBytes, now: new Date() };
  return keys ? { ...world, keysFor: thisMachinesKeys() } : world;
}

/** The keys of this machine; a command that gives them may ask its user, and once for each set of readers is enough. */
export function thisMachinesKeys(): KeysFor {
  const known = new Map<string, DiscoveredKeys>();
  return (recipients) => {
    const found = known.get(recipients.join()) ?? discoverKeys(thisMachine(), recipients);
    known.set(recipients.join(), found);
    return found;
  };
}

/** The files of all clusters that hold charts' manifests. */
export function chartArtifacts({ clusters }: LoadedProject): readonly ChartArtifact[] {
  return render(clusters, emptyTree).charts;
}

/** The renderings of all clusters; what one of them reports does not hide what the next does. */
function render(clusters: readonly Cluster[], { textOf }: CommittedTree) {
  // the construct libraries take longer to load than a definition to check, so they come after the check
  const { artifactsOf, chartArtifactsOf, secretArtifactsOf } = createRequire(__filename)(
    './assemble',
  ) as typeof import('./assemble');
  const errors: Error[] = [];
  const artifacts: Artifact[] = [];
  const charts: ChartArtifact[] = [];
  const secrets: SecretArtifact[] = [];
  for (const cluster of clusters) {
    try {
      artifacts.push(...artifactsOf(cluster, textOf));
      charts.push(...chartArtifactsOf(cluster));
      secrets.push(...secretArtifactsOf(cluster));
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  const [first] = errors;
  if (first !== undefined) throw errors.length === 1 ? first : new ProblemsError(errors.map(({ message }) => message));
  return { artifacts, charts, secrets };
}
