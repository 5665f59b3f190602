import type { Artifact, SecretArtifact } from '../../artifact';
import { encryptYaml, plainText } from '../../secrets';
import { finding, SynthesisError } from '../finding';
import type { CommittedTree } from './committed-tree';
import { encryptionRules, type FileRule } from './encryption-rules';
import type { EncryptionWorld } from './encryption-world';
import { inputDigest } from './input-digest';
import { Sources } from './sources';

export interface EncryptOptions {
  readonly secrets: readonly SecretArtifact[];
  /** All other files of the same synthesis: their `.sops.yaml` files say how to encrypt. */
  readonly others: readonly Artifact[];
  readonly tree: CommittedTree;
  readonly world: EncryptionWorld;
  /** Whether files that cannot be made anew are listed and stay as they are, instead of being refused. @default false */
  readonly allowStale?: boolean;
}

/** The encrypted files of a synthesis. */
export interface EncryptedFiles {
  /** Each as the text that it is written as. */
  readonly artifacts: readonly Artifact[];
  /** Digest of what each was made from, by path. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Files that are written and owned by nobody: new sources, and those whose readers changed. */
  readonly kept: ReadonlyMap<string, string>;
  /** Every source as it stands now, or is about to be written: path to text. */
  readonly sources: ReadonlyMap<string, string>;
  /** Those that are stale and could not be made; empty unless `allowStale` is set. */
  readonly stale: readonly StaleFile[];
  /** Those that wait for a source that nobody made yet. */
  readonly waiting: readonly SecretArtifact[];
}

/** An encrypted file that is not what its inputs would give now. */
export interface StaleFile {
  readonly path: string;
  readonly owner: string;
  readonly why: string;
}

/**
 * Makes the encrypted files. A file whose inputs did not change keeps its text, and no key is needed; what changed is
 * made anew, and a value that did not change keeps its cipher text.
 *
 * @throws SynthesisError with every file that is stale and cannot be made, and what each of its sources lacks
 */
export async function encryptSecrets(options: EncryptOptions): Promise<EncryptedFiles> {
  const { secrets, others, tree, world, allowStale = false } = options;
  const ruleOf = encryptionRules(others);
  const sources = new Sources(tree, world, ruleOf);
  const result = { artifacts: [] as Artifact[], inputs: new Map<string, string>() };
  const stale: StaleFile[] = [];
  const waiting: SecretArtifact[] = [];
  for (const secret of secrets) {
    const { path, owner } = secret;
    const present = tree.textOf(path);
    if (!secret.sources.every(({ path: source }) => sources.exists(source)) && present === undefined) {
      waiting.push(secret);
      continue;
    }
    const made = await make(secret, { tree, world, sources, rule: ruleOf(path) });
    if (made.why !== undefined) stale.push({ path, owner, why: made.why });
    const text = made.text ?? present;
    if (text === undefined) continue;
    result.artifacts.push({ path, owner, body: { format: 'text', text } });
    result.inputs.set(path, made.inputs);
  }
  if ((stale.length > 0 || sources.findings.length > 0) && !allowStale) {
    throw new SynthesisError([...sources.findings, ...stale.map(staleFinding)]);
  }
  const kept = new Map([
    ...sources.rewritten,
    ...[...(world.made ?? [])].map(([path, { text }]) => [path, text] as const),
  ]);
  return { ...result, kept, sources: await textsOf(sources, secrets), stale, waiting };
}

async function textsOf(sources: Sources, secrets: readonly SecretArtifact[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of new Set(secrets.flatMap((secret) => secret.sources.map((source) => source.path)))) {
    const text = await sources.textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

interface Making {
  readonly tree: CommittedTree;
  readonly world: EncryptionWorld;
  readonly sources: Sources;
  readonly rule: FileRule;
}

interface Made {
  /** Absent where it could not be made. */
  readonly text?: string;
  readonly inputs: string;
  /** Why it is stale, where it could not be made. */
  readonly why?: string;
}

async function make(secret: SecretArtifact, { tree, world, sources, rule }: Making): Promise<Made> {
  const ciphertexts = await Promise.all(secret.sources.map((source) => sources.textOf(source.path)));
  const inputs = inputDigest({
    publicInputs: [secret.publicInput, JSON.stringify(rule)],
    ciphertexts: ciphertexts.map((text) => text ?? ''),
  });
  const present = tree.textOf(secret.path);
  const known = tree.inputsOf(secret.path);
  const isRemade = world.remake?.(secret.path) ?? false;
  if (present !== undefined && known === inputs && !isRemade) return { text: present, inputs };

  const plain = await Promise.all(secret.sources.map((source) => sources.plainTextOf(source.path)));
  if ([...plain, ...ciphertexts].includes(undefined)) return { inputs, why: reason(secret, sources, present, known) };
  const previous = await sources.previous(secret.path);
  const { random, now, newDataKeys = false } = world;
  const text = secret.plainText({
    textOf: (path) => plain[secret.sources.findIndex((source) => source.path === path)] ?? '',
    ...(previous === undefined ? {} : { previous: plainText(previous) }),
    random,
    now,
  });
  const options = { ...rule, random, now, ...(previous === undefined || newDataKeys ? {} : { previous }) };
  return { text: await encryptYaml(text, options), inputs };
}

function reason({ sources: paths }: SecretArtifact, sources: Sources, present?: string, inputs?: string): string {
  const gone = paths.filter(({ path }) => !sources.exists(path)).map(({ path }) => path);
  if (gone.length > 0) return `${gone.join(', ')}, which it is made from, is gone`;
  if (present === undefined) return 'not written yet';
  return inputs === undefined ? 'edited since it was written' : 'what it is made from has changed';
}

function staleFinding({ path, why }: StaleFile) {
  const fix = why.endsWith('is gone')
    ? 'restore it from git, or make a new one'
    : 'give the key of what it is made from, or restore what the definition said';
  return finding({ artifact: path, what: `stale: ${why}`, fix });
}
