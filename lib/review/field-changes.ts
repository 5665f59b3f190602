import { isDeepStrictEqual } from 'node:util';
import { documentNames } from './document-names';
import { embeddedDocuments } from './embedded';
import { EMBEDDED, embeddedPath, indexPath, memberPath, namedPath } from './field-path';
import { alignItems, nameOf, namingMember } from './list-alignment';
import { isPlainObject, type PlainObject } from './plain-object';
import { isSecretData, redact, type Surroundings } from './redact';
import { textHunk } from './text-hunk';
import { byCodeUnit } from './tree';

/** One difference inside a resource. */
export interface FieldChange {
  /**
   * Where it stands: `spec.containers[name=app].image`, `args[3]`, `metadata.annotations["example.com/a"]`; what follows `»` is
   * inside a string: a field of the YAML that it holds, or lines of its text. Empty for the whole of a resource.
   */
  readonly path: string;
  /**
   * - `reordered`: the same items in another order; the values are their names;
   * - `reformatted`: the text of embedded YAML has changed and its content has not (comments, quotes, line breaks). Machines
   *   are made anew by a changed byte, so it is a change.
   */
  readonly change: 'added' | 'removed' | 'changed' | 'reordered' | 'reformatted';
  /** Absent for what was added. Secrets are replaced by `«hidden»`, ciphertexts by `«encrypted»`. */
  readonly before?: unknown;
  /** Absent for what was removed. */
  readonly after?: unknown;
}

interface Place extends Surroundings {
  readonly path: string;
}

/** The differences of two values, types kept exact: `"true"` and `true` differ. Without a difference, an empty list. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  return compare(before, after, { path: '', key: '', secret: false });
}

function compare(before: unknown, after: unknown, place: Place): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isPlainObject(before) && isPlainObject(after)) return compareObjects(before, after, place);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, place);
  if (typeof before === 'string' && typeof after === 'string') return compareStrings(before, after, place);
  return [change('changed', place, { before, after })];
}

function compareObjects(before: PlainObject, after: PlainObject, place: Place): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnit);
  return keys.flatMap((key) => {
    const secret = place.secret || isSecretData(before, key) || isSecretData(after, key);
    return compareSides(before[key], after[key], { path: memberPath(place.path, key), key, secret });
  });
}

/** Compares what may be absent on one side. */
function compareSides(before: unknown, after: unknown, place: Place): FieldChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [change('added', place, { after })];
  if (after === undefined) return [change('removed', place, { before })];
  return compare(before, after, place);
}

function compareLists(before: readonly unknown[], after: readonly unknown[], place: Place): FieldChange[] {
  const key = namingMember(before, after);
  if (key !== undefined) return compareNamed(before, after, (item) => nameOf(item, key), place, key);
  return alignItems(before, after).flatMap((pair) =>
    compareSides(before[pair.before], after[pair.after], {
      ...place,
      path: indexPath(place.path, pair.after < 0 ? pair.before : pair.after),
    }),
  );
}

function compareNamed(
  before: readonly unknown[],
  after: readonly unknown[],
  name: (item: unknown) => string | number,
  place: Place,
  key: string,
): FieldChange[] {
  const old = new Map(before.map((item) => [name(item), item]));
  const now = new Map(after.map((item) => [name(item), item]));
  const stayed = [...old.keys()].filter((item) => now.has(item));
  const order = [...now.keys()].filter((item) => old.has(item));
  return [
    ...(isDeepStrictEqual(stayed, order) ? [] : [change('reordered', place, { before: stayed, after: order })]),
    ...[...new Set([...old.keys(), ...now.keys()])].flatMap((item) =>
      compareSides(old.get(item), now.get(item), { ...place, path: namedPath(place.path, key, item) }),
    ),
  ];
}

function compareStrings(before: string, after: string, place: Place): FieldChange[] {
  const old = embeddedDocuments(before);
  const now = old && embeddedDocuments(after);
  if (old === undefined || now === undefined) return compareTexts(before, after, place, 'changed');
  const inside = compareDocuments(old, now, { ...place, path: embeddedPath(place.path) });
  return inside.length > 0 ? inside : compareTexts(before, after, place, 'reformatted');
}

/** The documents of a string: by their kind and name where there are several, so that one more does not shift the others. */
function compareDocuments(old: readonly unknown[], now: readonly unknown[], place: Place): FieldChange[] {
  if (old.length === 1 && now.length === 1) return compare(old[0], now[0], place);
  const oldNames = documentNames(old);
  const nowNames = documentNames(now);
  return [...new Set([...oldNames, ...nowNames])].flatMap((name) => {
    const at = name === '' ? place.path : `${place.path}${name}${EMBEDDED}`;
    return compareSides(old[oldNames.indexOf(name)], now[nowNames.indexOf(name)], { ...place, path: at });
  });
}

function compareTexts(before: string, after: string, place: Place, what: 'changed' | 'reformatted'): FieldChange[] {
  if (!before.includes('\n') && !after.includes('\n')) return [change(what, place, { before, after })];
  const { place: lines, ...sides } = textHunk(before, after);
  const kind = what === 'reformatted' ? what : !('before' in sides) ? 'added' : !('after' in sides) ? 'removed' : what;
  // a secret shows by the whole text, of which the lines may be the middle of a key
  const hide = (side: string | undefined, whole: string) =>
    side === undefined || redact(whole, place) === whole ? side : redact(whole, place);
  return [
    {
      path: embeddedPath(place.path, lines),
      change: kind,
      ...('before' in sides && { before: hide(sides.before, before) }),
      ...('after' in sides && { after: hide(sides.after, after) }),
    },
  ];
}

function change(
  kind: FieldChange['change'],
  { path, ...surroundings }: Place,
  sides: { readonly before?: unknown; readonly after?: unknown },
): FieldChange {
  return {
    path,
    change: kind,
    ...('before' in sides && { before: redact(sides.before, surroundings) }),
    ...('after' in sides && { after: redact(sides.after, surroundings) }),
  };
}
