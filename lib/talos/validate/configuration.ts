import type { JsonObject, Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { isList, isObject, valueAt, type Value } from '../merge/plain';

/** Where the machine runs, as `talosctl validate --mode` has it: only `metal` installs itself. */
export type Mode = 'metal' | 'cloud';

/** A configuration as the rules read it. */
export interface Configuration {
  readonly documents: readonly ConfigDocument[];
  readonly mode: Mode;
  /** The main document; empty where there is none. */
  readonly main: JsonObject;
  readonly isControlPlane: boolean;
}

/** One rule of Talos: what a configuration breaks of it. */
export type ConfigRule = (configuration: Configuration) => readonly Problem[];

export function configurationOf(documents: readonly ConfigDocument[], mode: Mode): Configuration {
  const main = documents.find(({ kind }) => kind === undefined) ?? {};
  const type = valueAt(main, ['machine', 'type']);
  return { documents, mode, main, isControlPlane: type === 'controlplane' || type === 'init' };
}

/** A field of the main document, by its dotted path. */
export function field({ main }: Configuration, path: string): Value {
  return valueAt(main, path.split('.'));
}

/** Whether a field of the main document is there: an empty section is, an empty text is not. */
export function hasField(configuration: Configuration, path: string): boolean {
  const value = field(configuration, path);
  return value !== undefined && value !== null && value !== '';
}

/** The documents of a kind. */
export function ofKind({ documents }: Configuration, kind: string): readonly ConfigDocument[] {
  return documents.filter((document) => document.kind === kind);
}

/** The items of a list that are maps; none where there is no list. */
export function items(value: Value): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** How messages name a document: `LinkConfig/net0`. */
export function nameOf({ kind, name }: ConfigDocument): string {
  if (typeof kind !== 'string') return 'main document';
  return typeof name === 'string' && name !== '' ? `${kind}/${name}` : kind;
}
