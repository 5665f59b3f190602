import type { Problem } from '../../cluster';
import type { ConfigDocument } from '../document';
import { Place } from './place';

/** Where the machine runs, as `talosctl validate --mode` has it: only `metal` installs itself. */
export type Mode = 'metal' | 'cloud';

/** A configuration as the rules read it. */
export interface Configuration {
  readonly documents: readonly ConfigDocument[];
  readonly mode: Mode;
  /** The main document; nothing where there is none. */
  readonly main: Place;
  readonly isControlPlane: boolean;
}

/** One rule of Talos: what a configuration breaks of it. */
export type ConfigRule = (configuration: Configuration) => readonly Problem[];

/** What a document breaks of the rules of its kind. */
export type DocumentRule = (document: Place) => readonly Problem[];

export function configurationOf(documents: readonly ConfigDocument[], mode: Mode): Configuration {
  const main = new Place(
    '',
    documents.find(({ kind }) => kind === undefined),
  );
  const type = main.at('machine.type').text;
  return { documents, mode, main, isControlPlane: type === 'controlplane' || type === 'init' };
}

/** The documents of a kind. */
export function ofKind({ documents }: Configuration, kind: string): readonly Place[] {
  return documents.filter((document) => document.kind === kind).map(placeOf);
}

/** A document that has a kind. */
export function placeOf(document: ConfigDocument): Place {
  return new Place(nameOf(document), document);
}

/** How messages name a document: `LinkConfig/net0`. */
export function nameOf({ kind, name }: ConfigDocument): string {
  if (typeof kind !== 'string') return 'main document';
  return typeof name === 'string' && name !== '' ? `${kind}/${name}` : kind;
}

/** Rules of kinds as one rule of the configuration. */
export function documentRules(rules: Readonly<Record<string, DocumentRule>>): ConfigRule {
  return ({ documents }) =>
    documents.flatMap((document) => {
      const rule = typeof document.kind === 'string' ? rules[document.kind] : undefined;
      return rule?.(placeOf(document)) ?? [];
    });
}
