import { z } from 'zod';
import type { Json, JsonObject } from '../json';
import type { MachineRole } from './infrastructure';

/**
 * An entry of the definition's documents: a document of Talos's configuration, a patch of the main one
 * (`{ machine: … }`), or several of them, as a constructor of `plinth/talos` returns.
 */
export type TalosDocumentEntry = JsonObject | readonly JsonObject[];

// rules say what is wrong with an entry, by its path
const entries = () => z.array(z.custom<TalosDocumentEntry>()).default([]);

export const talosDocumentsShape = z.strictObject({
  /** On every machine. */
  all: entries(),
  controlPlanes: entries(),
  workers: entries(),
  /** By the name of a pool. */
  pools: z.record(z.string(), entries()).default({}),
  /** By the name of a machine that the definition lists. */
  machines: z.record(z.string(), entries()).default({}),
});

export type TalosDocuments = z.output<typeof talosDocumentsShape>;

/** Entries of documents, and where the definition has them: `all`, `pools.worker`. */
export interface DocumentScope {
  readonly path: string;
  readonly entries: readonly TalosDocumentEntry[];
}

/** What a definition says for the machines of a pool, from the widest scope to the narrowest. */
export function poolScopes(documents: TalosDocuments, pool: { readonly name: string; readonly role: MachineRole }) {
  const role = pool.role === 'control-plane' ? 'controlPlanes' : 'workers';
  return [
    { path: 'all', entries: documents.all },
    { path: role, entries: documents[role] },
    { path: `pools.${pool.name}`, entries: documents.pools[pool.name] ?? [] },
  ] satisfies DocumentScope[];
}

/** What it says for one machine alone. */
export function machineScopes(documents: TalosDocuments, machine: { readonly name: string }) {
  return [
    { path: `machines.${machine.name}`, entries: documents.machines[machine.name] ?? [] },
  ] satisfies DocumentScope[];
}

/** Every scope of a definition. */
export function allScopes({ pools, machines, ...wide }: TalosDocuments): readonly DocumentScope[] {
  return [
    ...Object.entries(wide).map(([path, list]) => ({ path, entries: list })),
    ...Object.entries(pools).map(([name, list]) => ({ path: `pools.${name}`, entries: list })),
    ...Object.entries(machines).map(([name, list]) => ({ path: `machines.${name}`, entries: list })),
  ];
}

/** The documents of scopes one by one, each with its path below the definition's documents. */
export function placedDocuments(scopes: readonly DocumentScope[]) {
  return scopes.flatMap((scope) =>
    scope.entries.flatMap((entry, index) => {
      const path = `${scope.path}.${String(index)}`;
      return isList(entry)
        ? entry.map((document, inner) => ({ path: `${path}.${String(inner)}`, document }))
        : [{ path, document: entry }];
    }),
  );
}

function isList(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value);
}
