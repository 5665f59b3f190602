import { parseDocument, type Document } from 'yaml';

/** What was read of a text that holds secrets, or why it could not be. */
export type Reading =
  { readonly document: Document; readonly value: unknown; readonly mistake?: never } | { readonly mistake: string };

/**
 * Reads one YAML document without ever quoting it. Scalars stay as they are written, so that a token that looks like a
 * number is the text that Go reads.
 */
export function readSecretYaml(text: string): Reading {
  // at the level of warnings the parser prints what it doubts
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  const [error] = document.errors;
  if (error !== undefined) {
    return {
      mistake: `not YAML at character ${String(error.pos[0])}, ${error.code.toLowerCase().replaceAll('_', ' ')}`,
    };
  }
  try {
    return { document, value: document.toJS() };
  } catch {
    // the parser names the alias, which is a value when a `*` was meant literally
    return { mistake: 'not YAML, an alias leads nowhere' };
  }
}

export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value that was read is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
