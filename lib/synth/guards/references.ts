import { groupOf, isKubernetesObject, type KubernetesObject } from '../../artifact';
import type { EmittedFile } from '../emit-body';
import { finding, type Finding } from '../finding';
import { byOwner } from './by-owner';
import type { Guard } from './guard';
import { documentPrefix } from './leaves';
import { namedObjects, type NamedObjects } from './named-objects';
import { everyName, givenNames, referenceRows, sourceGroup, type ReferenceRow } from './reference-rows';

/** Refuses a dependency on an object that no path creates: an engine would wait for it for ever. */
export const references: Guard = {
  name: 'references',
  check: (files) => byOwner(files).flatMap(dangling),
};

function dangling(files: readonly EmittedFile[]): Finding[] {
  const known = namedObjects(files);
  return files.flatMap(({ artifact: { path, body } }) => {
    if (body.format !== 'yaml') return [];
    return body.documents.flatMap((document, index) => {
      if (!isKubernetesObject(document)) return [];
      const prefix = documentPrefix(index, body.documents.length);
      return rowsOf(document).flatMap((row) =>
        valuesAt(document, row.path).flatMap(([field, value]) => {
          const reference = read(value, row, document);
          if (reference === undefined || isKnown(reference, row, known, document)) return [];
          return [missing(path, prefix + field, reference)];
        }),
      );
    });
  });
}

interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

function rowsOf(object: KubernetesObject): readonly ReferenceRow[] {
  const group = groupOf(object.apiVersion);
  return referenceRows.filter((row) => row.kind === object.kind && row.group === group);
}

/** Each value at a path, with the path at which it was found. */
function valuesAt(object: unknown, path: string): readonly (readonly [string, unknown])[] {
  let found: (readonly [string, unknown])[] = [['', object]];
  for (const part of path.split('.')) {
    found = found.flatMap(([field, value]): (readonly [string, unknown])[] => {
      if (typeof value !== 'object' || value === null) return [];
      if (part === '*') return (Array.isArray(value) ? value : []).map((item, i) => [`${field}[${String(i)}]`, item]);
      return [[field === '' ? part : `${field}.${part}`, (value as Record<string, unknown>)[part]]];
    });
  }
  return found.filter(([, value]) => value !== undefined);
}

function read(value: unknown, { named }: ReferenceRow, from: KubernetesObject): Reference | undefined {
  const own = from.metadata.namespace;
  if (typeof value === 'string') return named && { ...named, name: value, namespace: own };
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    apiVersion,
    apiGroup,
    kind = named?.kind,
    name,
    namespace = own,
  } = value as Record<string, string | undefined>;
  if (kind === undefined || name === undefined) return undefined;
  const group = apiGroup ?? (apiVersion === undefined ? (named?.group ?? sourceGroup) : groupOf(apiVersion));
  return { group, kind, name, namespace };
}

function isKnown(reference: Reference, row: ReferenceRow, known: NamedObjects, from: KubernetesObject): boolean {
  const { group, kind, name } = reference;
  if (name === everyName || givenNames.has(`${kind} ${name}`) || known.has(reference)) return true;
  return row.anyHand === true && (isBuiltIn(group) || known.chartBelow(pathOf(from)));
}

/** Groups whose objects a chart or upstream manifests bring as a rule: workloads, CRDs. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}

function pathOf({ spec }: KubernetesObject): string | undefined {
  const { path } = (spec ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : undefined;
}

function missing(artifact: string, field: string, { group, kind, namespace, name }: Reference): Finding {
  const shown = [`${kind}.${group}`, namespace, name].filter((part) => part !== undefined && part !== '').join('/');
  return finding({
    artifact,
    field,
    what: `a dependency on ${shown}, which no path creates`,
    fix: 'correct the name, or add what creates it',
  });
}
