import { identityKey, identityOf, type KubernetesObject } from '../artifact';
import { textAt } from './member';
import { referenceAt } from './reference';

/** A field of a kind that names an immutable object. */
interface ReferenceField {
  readonly kind: string;
  readonly path: readonly string[];
  /** Group and kind of the object where the field holds its name alone. */
  readonly names?: { readonly group: string; readonly kind: string };
}

/** Every field by which our objects refer to what is named by its content. */
const referenceFields: readonly ReferenceField[] = [
  { kind: 'TalosControlPlane', path: ['infrastructureTemplate'] },
  { kind: 'MachineDeployment', path: ['template', 'spec', 'infrastructureRef'] },
  { kind: 'MachineDeployment', path: ['template', 'spec', 'bootstrap', 'configRef'] },
  {
    kind: 'VSphereDeploymentZone',
    path: ['failureDomain'],
    names: { group: 'infrastructure.cluster.x-k8s.io', kind: 'VSphereFailureDomain' },
  },
];

/** The hash that `templateName` puts at the end. */
const HASH = /-[0-9a-f]{8}$/;

/**
 * The objects of a file with the generation before: machines that stand are made from the templates that the control plane
 * or deployment named until now, and Cluster API reads those templates until the last machine is replaced.
 *
 * Where a reference moves, the object that it named stays, and nothing older. Where none moves, what was kept stays kept,
 * so that synthesis of its own output changes nothing. What nobody refers to any more goes with its owner.
 *
 * @param before - the objects of the file in the tree
 * @param after - the objects that the definition gives now
 * @returns `after`, then what is kept, in order of identity
 */
export function keepPrevious(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const previous = referencesOf(before);
  const referred = new Set(previous.values());
  const made = new Set(after.map(keyOf));
  const kept = new Map<string, KubernetesObject>();
  for (const [field, now] of referencesOf(after)) {
    const then = previous.get(field);
    if (then === undefined) continue;
    for (const object of before) {
      const key = keyOf(object);
      if (made.has(key) || seriesOf(key) !== seriesOf(now)) continue;
      if (then === now ? !referred.has(key) : key === then) kept.set(key, object);
    }
  }
  return [...after, ...[...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)];
}

/** What the generations of one object have in common. */
function seriesOf(key: string): string {
  return key.replace(HASH, '');
}

/** The identity of what each reference field of the objects names. */
function referencesOf(objects: readonly KubernetesObject[]): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  for (const object of objects) {
    for (const field of referenceFields.filter(({ kind }) => kind === object.kind)) {
      const target = targetOf(object, field);
      if (target !== undefined) references.set(`${keyOf(object)} ${field.path.join('.')}`, target);
    }
  }
  return references;
}

function targetOf(object: KubernetesObject, { path, names }: ReferenceField): string | undefined {
  const namespace = object.metadata.namespace ?? '';
  if (names === undefined) {
    const reference = referenceAt(object.spec, ...path);
    return reference && identityKey({ ...reference, namespace });
  }
  const name = textAt(object.spec, ...path);
  return name === undefined ? undefined : identityKey({ ...names, namespace, name });
}

function keyOf(object: KubernetesObject): string {
  return identityKey(identityOf(object));
}
