import { parseDocuments } from '../yaml';
import { hideTemplates } from './templates';

/**
 * The documents of a string that holds YAML or JSON (Talos patches, Helm values, manifests in a ConfigMap). Nothing where it
 * is plain text, or where every document is a scalar: prose is no YAML that anyone reads as such.
 */
export function embeddedDocuments(text: string): readonly unknown[] | undefined {
  if (!text.includes('\n') && !/^\s*[[{]/.test(text)) return undefined;
  try {
    const { text: hidden, restore } = hideTemplates(text);
    const documents = parseDocuments(hidden).map(restore);
    return documents.length > 0 && documents.every(isContainer) ? documents : undefined;
  } catch {
    return undefined;
  }
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
