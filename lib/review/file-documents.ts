import { parseDocuments } from '../yaml';
import { isPlainObject, type PlainObject } from './plain-object';
import { hideTemplates } from './templates';

/** What a file holds, as far as a review reads it. */
export type FileContent =
  | { readonly format: 'yaml'; readonly documents: readonly unknown[] }
  | { readonly format: 'json'; readonly value: unknown }
  | { readonly format: 'terraform'; readonly configuration: PlainObject }
  /** Neither YAML nor JSON, or not readable as what its name says. */
  | { readonly format: 'text'; readonly text: string };

export function isYamlPath(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

export function isTerraformPath(path: string): boolean {
  return path.endsWith('.tf.json');
}

/** Reads a file for comparison; what cannot be parsed is text, since a review must show it all the same. */
export function readContent(path: string, text: string): FileContent {
  try {
    if (isYamlPath(path)) {
      const documents = documentsOf(text);
      if (documents.length > 0) return { format: 'yaml', documents };
    } else if (isTerraformPath(path)) {
      const configuration: unknown = JSON.parse(text);
      if (isPlainObject(configuration)) return { format: 'terraform', configuration };
    } else if (path.endsWith('.json')) {
      return { format: 'json', value: JSON.parse(text) };
    }
  } catch {
    // falls through to text
  }
  return { format: 'text', text };
}

/** The YAML documents of a text that may hold template expressions, with the objects of a `List` in its place. */
function documentsOf(text: string): unknown[] {
  const { text: hidden, restore } = hideTemplates(text);
  return parseDocuments(hidden).flatMap((document) => itemsOf(restore(document)));
}

/** The objects of `kind: List`, which kubectl and Argo CD take apart; any other document as it is. */
export function itemsOf(document: unknown): readonly unknown[] {
  if (!isPlainObject(document) || document.kind !== 'List' || document.apiVersion !== 'v1') return [document];
  const { items } = document;
  return Array.isArray(items) ? items : [document];
}
