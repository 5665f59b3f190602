import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { textOf } from '../../merge/plain';
import type { Context, DocumentKind, Need } from '../kind';
import { typedDocument } from '../typed-document';

/** Kind of the parts of containerd's configuration. */
export const CRI_CUSTOMIZATION = 'CRICustomizationConfig';

/** A part of containerd's configuration. */
export interface CriCustomizationOptions {
  /** TOML. */
  readonly content: string;
}

/** A part of containerd's configuration (`CRICustomizationConfig`). */
export function criCustomization(name: string, options: CriCustomizationOptions): PatchDocument {
  return typedDocument(CRI_CUSTOMIZATION, options, name);
}

/** The one file that stood for all parts. Source: Talos `constants`. */
const PATH = '/etc/cri/conf.d/20-customization.part';

export const criCustomizationKind: DocumentKind = { kind: CRI_CUSTOMIZATION, since: '1.14', needs, older: { rewrite } };

/** Before contract 1.14 a list has one file, which all its parts are in. */
function needs(document: JsonObject, { documents, earlier }: Context): readonly Need[] {
  if (earlier.some(({ kind }) => kind === CRI_CUSTOMIZATION)) {
    return [{ contract: '1.14', instead: 'customize the whole pool' }];
  }
  const tables = documents.slice(0, documents.indexOf(document)).flatMap(tablesOf);
  const shared = tablesOf(document).find((table) => tables.includes(table));
  return shared === undefined ? [] : [{ contract: '1.14', path: 'content', instead: `say ${shared} once` }];
}

/** The first part brings the file, with what the others say. */
function rewrite(document: JsonObject, { documents }: Context): readonly PatchDocument[] {
  const parts = documents.filter(({ kind }) => kind === CRI_CUSTOMIZATION);
  if (parts[0] !== document) return [];
  const content = parts.map((part) => textOf(part.content).replace(/\n*$/, '\n')).join('');
  return [{ machine: { files: [{ path: PATH, op: 'create', content }] } }];
}

/** Headers of the tables that a part has. */
function tablesOf({ kind, content }: JsonObject): readonly string[] {
  return kind === CRI_CUSTOMIZATION
    ? (textOf(content).match(/^\s*\[[^\]].*\]/gm) ?? []).map((header) => header.trim())
    : [];
}
