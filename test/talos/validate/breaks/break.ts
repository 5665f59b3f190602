import type { Json, JsonObject } from '../../../../lib/cluster';

/** A value that breaks a rule at a dotted path; nothing leaves the field out. The problem stands there, or where the third says. */
export type Break = readonly [path: string, value: Json | undefined, problem?: string];

/** A document that is right, and ways to break it. */
export interface Breakable {
  readonly document: JsonObject;
  readonly breaks: readonly Break[];
}

export function breakable(
  kind: string,
  name: string | undefined,
  fields: JsonObject,
  breaks: readonly Break[],
): Breakable {
  return { document: { apiVersion: 'v1alpha1', kind, name, ...fields }, breaks };
}

/** The document with one thing about it wrong. */
export function broken({ document }: Breakable, [path, value]: Break): JsonObject {
  return put(document, path.split('.'), value);
}

/** How a way to break a document is called. */
export function nameOfBreak({ document }: Breakable, [path, value]: Break): string {
  const kind = typeof document.kind === 'string' ? document.kind : 'main document';
  return `${kind}: ${path} ${value === undefined ? 'left out' : JSON.stringify(value)}`;
}

/** Sets a field; numbers in the path lead into lists. */
function put(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const inner = object[key];
  if (rest.length === 0) return { ...object, [key]: value };
  if (!Array.isArray(inner)) return { ...object, [key]: put((inner ?? {}) as JsonObject, rest, value) };
  const [index = '', ...below] = rest;
  const items = inner as readonly Json[];
  const put1 = (item: Json) => (below.length === 0 ? (value ?? null) : put(item as JsonObject, below, value));
  return { ...object, [key]: items.map((item, at) => (String(at) === index ? put1(item) : item)) };
}
