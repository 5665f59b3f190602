import { replacement, type Change } from './change';
import { fieldChanges, type FieldChange } from './field-changes';
import { isPlainObject } from './plain-object';
import type { Resource } from './resource';
import { resourcesOf, type OwnerOf } from './resources';
import { byCodeUnit, type Tree } from './tree';

/** Immutable objects carry a hash of their content at the end of their name, so that a change makes another object. */
const HASHED = /^(.+)-[0-9a-f]{8}$/;

export interface GenerationInput {
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
  /** All resources of the older tree that stand in files with changes. */
  readonly before: readonly Resource[];
  /** The files without changes: the generation before may stand there, and stay. */
  readonly unchanged: Tree;
  readonly ownerOf: OwnerOf;
}

export interface GenerationResult {
  readonly changes: readonly Change[];
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
}

/**
 * Pairs each new hash-named object with the one whose place it takes: of the older objects with the same owner, kind,
 * namespace and name but for the hash, the one that other objects referred to, else one that is removed, else the one most
 * like it. Synthesis keeps the last generation in the tree, so the object replaced is often not the object removed.
 */
export function pairGenerations(input: GenerationInput): GenerationResult {
  const added = input.added.filter((resource) => seriesOf(resource) !== undefined);
  if (added.length === 0) return { changes: [], removed: input.removed, added: input.added };
  const wanted = new Set(added.map(seriesOf));
  const candidates = [...input.before, ...unchangedResources(input, added)].filter((old) => wanted.has(seriesOf(old)));
  const referred = stringsOf(input.before);
  const gone = new Set(input.removed);
  const used = new Set<Resource>();
  const replaced = new Set<Resource>();
  const changes = [...added]
    .sort((a, b) => byCodeUnit(nameOf(a), nameOf(b)))
    .flatMap((now) => {
      const ranked = candidates
        .filter((old) => !used.has(old) && seriesOf(old) === seriesOf(now))
        .map((old) => ({ old, fields: fieldsWithoutName(old, now), referred: referred.has(nameOf(old)) }))
        .sort(
          (a, b) =>
            Number(b.referred) - Number(a.referred) ||
            Number(gone.has(b.old)) - Number(gone.has(a.old)) ||
            a.fields.length - b.fields.length ||
            byCodeUnit(nameOf(a.old), nameOf(b.old)),
        );
      const [best] = ranked;
      if (best === undefined) return [];
      used.add(best.old);
      replaced.add(now);
      return [replacement(best.old, now, best.fields, !gone.has(best.old))];
    });
  return {
    changes,
    removed: input.removed.filter((old) => !used.has(old)),
    added: input.added.filter((now) => !replaced.has(now)),
  };
}

/** What the generations of one object have in common; nothing for an object that is not named by a hash. */
function seriesOf({ owner, identity }: Resource): string | undefined {
  if (identity.type !== 'kubernetes') return undefined;
  const [, base] = HASHED.exec(identity.name) ?? [];
  return base && [owner, identity.group, identity.kind, identity.namespace, base].join('\0');
}

function nameOf({ identity }: Resource): string {
  return identity.type === 'kubernetes' ? identity.name : '';
}

/** Files are parsed only where their text has the name of a candidate. */
function unchangedResources({ unchanged, ownerOf }: GenerationInput, added: readonly Resource[]): Resource[] {
  const bases = new Set(added.map((resource) => `${HASHED.exec(nameOf(resource))?.[1] ?? ''}-`));
  const likely = [...unchanged].filter(([, text]) => [...bases].some((base) => text.includes(base)));
  return resourcesOf(new Map(likely), ownerOf);
}

/** The name differs by nature, and stands above the fields. */
function fieldsWithoutName(old: Resource, now: Resource): FieldChange[] {
  return fieldChanges(old.body, now.body).filter((field) => field.path !== 'metadata.name');
}

/** Every string of the resources but their own names: a name among them is a reference. */
function stringsOf(resources: readonly Resource[]): ReadonlySet<string> {
  const strings = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') strings.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (isPlainObject(value)) Object.values(value).forEach(collect);
  };
  for (const { body } of resources) {
    if (!isPlainObject(body)) continue;
    for (const [key, member] of Object.entries(body)) if (key !== 'metadata') collect(member);
  }
  return strings;
}
