import { isKubernetesObject, type Artifact, type Body } from '../artifact';
import { emitFiles } from './emit-body';
import { SynthesisError } from './finding';
import { standardGuards } from './guards/standard';
import type { Guard } from './guards/guard';
import { standardPasses, type Pass } from './passes';

/** What one owner has in the tree. */
export interface OwnerFiles {
  /** Path to text, in path order. */
  readonly files: ReadonlyMap<string, string>;
  /** How many Kubernetes objects and Terraform resources the files hold. */
  readonly resources: number;
  /** Of the encrypted files: path to the digest of what each was made from. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** The tree as it should be, by owner. */
export interface PreparedTree {
  readonly owners: ReadonlyMap<string, OwnerFiles>;
  /** Files that nobody owns, since no synthesis may remove them: path to text. They are written with the rest. */
  readonly kept: ReadonlyMap<string, string>;
}

export interface PrepareOptions {
  /** Digest of what each encrypted file was made from, by path. @default - no file is encrypted */
  readonly inputs?: ReadonlyMap<string, string>;
  /** Files that are written and owned by nobody. @default - none */
  readonly kept?: ReadonlyMap<string, string>;
  /** @default standardPasses */
  readonly passes?: readonly Pass[];
  /** @default standardGuards */
  readonly guards?: readonly Guard[];
}

/**
 * Turns artifacts into the text of files: passes, emission, guards. Pure.
 *
 * @throws SynthesisError with everything that emission and all guards found
 */
export function prepare(
  artifacts: readonly Artifact[],
  { passes = standardPasses, guards = standardGuards, inputs = new Map(), kept = new Map() }: PrepareOptions = {},
): PreparedTree {
  const passed = passes.reduce((before, pass) => pass.run(before), artifacts);
  const { files, findings } = emitFiles(passed);
  for (const guard of guards) findings.push(...guard.check(files));
  if (findings.length > 0) throw new SynthesisError(findings);

  const owners = new Map<string, Growing>();
  for (const { artifact, text } of files) {
    let owner = owners.get(artifact.owner);
    if (owner === undefined)
      owners.set(artifact.owner, (owner = { files: new Map(), resources: 0, inputs: new Map() }));
    owner.files.set(artifact.path, text);
    const digest = inputs.get(artifact.path);
    if (digest !== undefined) owner.inputs.set(artifact.path, digest);
    owner.resources += countResources(artifact.body);
  }
  return { owners, kept };
}

interface Growing {
  readonly files: Map<string, string>;
  resources: number;
  readonly inputs: Map<string, string>;
}

function countResources(body: Body): number {
  if (body.format === 'yaml') return body.documents.filter(isKubernetesObject).length;
  return body.format === 'json' ? countTerraformResources(body.value) : 0;
}

/** Terraform JSON holds its resources as `resource.<type>.<name>`. */
function countTerraformResources(value: unknown): number {
  const { resource } = (value ?? {}) as { resource?: unknown };
  if (typeof resource !== 'object' || resource === null) return 0;
  return Object.values(resource).reduce<number>((sum, named: unknown) => sum + Object.keys(named ?? {}).length, 0);
}
