import type { Json, JsonObject } from '../../cluster';

// A raw string of Go's template language holds the braces: it needs no escape in any of YAML's quotations.
const opening = '{{`{{`}}';

/**
 * An object as a file below `templates/` must write it for Helm to give it back unchanged: what looks like the beginning
 * of a template expression becomes an expression that yields just that. Closing braces mean nothing outside one.
 */
export function escapeForHelm(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      escapeText(key),
      value === undefined ? undefined : escapeValue(value),
    ]),
  );
}

function escapeValue(value: Json): Json {
  if (typeof value === 'string') return escapeText(value);
  if (isList(value)) return value.map(escapeValue);
  return typeof value === 'object' && value !== null ? escapeForHelm(value) : value;
}

function escapeText(text: string): string {
  return text.replaceAll('{{', opening);
}

// Array.isArray alone does not narrow a readonly array
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
