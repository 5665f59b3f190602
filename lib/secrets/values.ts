import { emitValue, parseDocuments, YamlParseError } from '../yaml';

/** Key of a secret that is one value. */
export const ONLY_KEY = 'value';

/** The values of one secret, by key: `value` where it has one only. */
export type SecretValues = Readonly<Record<string, string>>;

/** The plain text of a file that holds one secret; keys in the order given. */
export function formatSecretValues(values: SecretValues): string {
  return emitValue(values);
}

/**
 * Reads what `formatSecretValues` wrote, or a hand with sops.
 *
 * @param name of the secret, for the message
 * @throws Error for anything but a mapping of texts, and where a key is missing; values are never shown
 */
export function readSecretValues(text: string, name: string, keys: readonly string[] = [ONLY_KEY]): SecretValues {
  const [values] = documentsOf(text, name);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new Error(`secret ${name} is no mapping of keys to texts; set it again: plinth secrets set`);
  }
  const missing = keys.filter((key) => typeof (values as Record<string, unknown>)[key] !== 'string');
  if (missing.length > 0) {
    throw new Error(`secret ${name} has no text under ${missing.join(', ')}; set it again: plinth secrets set`);
  }
  return values as SecretValues;
}

function documentsOf(text: string, name: string): readonly unknown[] {
  try {
    return parseDocuments(text);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    // the parser quotes the line, which is the secret
    throw new Error(`secret ${name} is not YAML; set it again: plinth secrets set`);
  }
}
