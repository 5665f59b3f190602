import type { Json, JsonObject } from '../cluster';
import { emitDocuments } from '../yaml';
import { mergeDocument } from './merge/merge-document';

/**
 * One document of a strategic merge patch. Talos matches it by kind and name; the main document has neither.
 * Source: Talos `config/configpatcher`.
 */
export type PatchDocument = JsonObject;

/** One document of a configuration. The main one has neither kind nor name. */
export type ConfigDocument = JsonObject;

/** A strategic merge patch. It touches each document of the configuration at most once, as Talos demands. */
export interface Patch {
  /** What the patch is about; unique among the patches of one machine. */
  readonly name: string;
  readonly documents: readonly PatchDocument[];
  /** Whether it may set again what an earlier patch set. @default false, which lets no two parts of ours disagree */
  readonly overrides?: boolean;
}

/** Removes what it stands on: a key, or a whole document that is not the main one. */
export const deletion = { $patch: 'delete' } as const;

/** A document of its own kind. Name it where a configuration can hold several of the kind. */
export function document(kind: string, fields: JsonObject, name?: string): PatchDocument {
  return { apiVersion: 'v1alpha1', kind, name, ...fields };
}

/**
 * Brings documents of one kind and name together: maps are merged, lists appended, in the order given.
 *
 * @throws Error where two of them set one field to different values
 */
export function mergeDocuments(documents: readonly PatchDocument[]): readonly PatchDocument[] {
  const merged = new Map<string, PatchDocument>();
  for (const next of documents) {
    const key = documentKey(next);
    const present = merged.get(key);
    merged.set(key, present === undefined ? next : mergeObjects(present, next, key));
  }
  return [...merged.values()];
}

/**
 * All patches of a machine as the documents of one patch.
 *
 * @throws Error where patches set one field to different values, and the later may not override
 * @throws PatchError where a patch overrides what Talos refuses to be overridden
 */
export function mergePatches(patches: readonly Patch[]): readonly PatchDocument[] {
  return patches.reduce<readonly PatchDocument[]>(
    (merged, { documents, overrides = false }) =>
      overrides ? mergeOver(merged, documents) : mergeDocuments([...merged, ...documents]),
    [],
  );
}

/**
 * Documents with others over them, as Talos merges a patch.
 *
 * @throws PatchError where Talos refuses it
 */
export function mergeOver(
  documents: readonly PatchDocument[],
  patch: readonly PatchDocument[],
): readonly PatchDocument[] {
  const merged = new Map(documents.map((document) => [documentKey(document), document]));
  for (const next of patch) {
    const key = documentKey(next);
    const present = merged.get(key);
    merged.set(key, present === undefined ? next : mergeDocument(present, next));
  }
  return [...merged.values()];
}

/** The patch as YAML text, canonical to the byte: Cluster API replaces machines when a byte of it changes. */
export function patchText(patch: Patch): string {
  return emitDocuments(patch.documents);
}

function documentKey({ kind, name }: PatchDocument): string {
  if (typeof kind !== 'string') return 'main document';
  return typeof name === 'string' ? `${kind}/${name}` : kind;
}

function mergeObjects(a: JsonObject, b: JsonObject, path: string): JsonObject {
  const merged: Record<string, Json | undefined> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    if (value !== undefined) merged[key] = mergeValues(merged[key], value, `${path}: ${key}`);
  }
  return merged;
}

function mergeValues(a: Json | undefined, b: Json, path: string): Json {
  if (a === undefined || a === b) return b;
  if (isList(a) && isList(b)) return [...a, ...b];
  if (isObject(a) && isObject(b)) return mergeObjects(a, b, path);
  throw new Error(
    `${path} is set twice, got ${JSON.stringify(a)} and ${JSON.stringify(b)}; let one part of the configuration set it`,
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
