import { groupOf } from '../artifact';
import { memberAt, textAt } from './member';
import { clusterApiObjects, type PlacedObject, type TreeFiles } from './tree-objects';

/** A reference of one object to another, of contract v1beta1 (`apiVersion`) or v1beta2 (`apiGroup`). */
export interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export function referenceAt(value: unknown, ...path: readonly string[]): Reference | undefined {
  const at = memberAt(value, ...path);
  const [kind, name] = [textAt(at, 'kind'), textAt(at, 'name')];
  if (kind === undefined || name === undefined) return undefined;
  return { group: textAt(at, 'apiGroup') ?? groupOf(textAt(at, 'apiVersion') ?? ''), kind, name };
}

/** Whether two references lead to one object; the API version is no part of an identity. */
export function sameReference(a: Reference | undefined, b: Reference | undefined): boolean {
  return a?.group === b?.group && a?.kind === b?.kind && a?.name === b?.name;
}

/** The object that a reference of an object leads to; undefined where the tree does not hold it. */
export function tryResolve(
  files: TreeFiles,
  { group, kind, name }: Reference,
  namespace: string | undefined,
): PlacedObject | undefined {
  return clusterApiObjects(files).find(
    ({ object }) =>
      groupOf(object.apiVersion) === group &&
      object.kind === kind &&
      object.metadata.name === name &&
      object.metadata.namespace === namespace,
  );
}
