import type { Json, JsonObject } from '../../cluster';

// talhelper runs a patch file through Go's `html/template`, which acts on `{{` and refuses or drops what looks like HTML,
// and then replaces variables in it, `$patch` among them. Source: talhelper 3.1.0, `pkg/patcher`, `pkg/substitute`.

/** Whether talhelper would take something in the text for a variable. */
export function holdsVariables(text: string): boolean {
  return text.includes('$');
}

/** Whether talhelper would take something in the text for a template, or for HTML. */
export function holdsTemplates(text: string): boolean {
  return text.includes('{{') || text.includes('<');
}

/** Data that says the same once talhelper has replaced the variables in it: each `$` is written twice, in keys as well. */
export function escapeVariables(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [doubled(key), value === undefined ? undefined : escaped(value)]),
  );
}

/** A document as JSON, which is YAML: its escapes keep from a template what stands inside of strings. */
export function escapeTemplates(document: JsonObject): string {
  const text = JSON.stringify(document, undefined, 2).replaceAll('<', '\\u003c').replaceAll('{{', '{\\u007b');
  return `${text}\n`;
}

function escaped(value: Json): Json {
  if (typeof value === 'string') return doubled(value);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(escaped) : escapeVariables(value);
}

function doubled(text: string): string {
  return text.replaceAll('$', '$$$$');
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
