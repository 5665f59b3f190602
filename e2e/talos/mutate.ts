import type { Json, JsonObject } from '../../lib/cluster';
import type { ConfigDocument } from '../../lib/talos';
import { kinds, structures } from '../../lib/talos/validate/generated/fields';
import type { Random } from './random';
import { oddValues, structureOf, textOf, valueOf } from './random-values';

type Path = readonly (string | number)[];

/** A configuration with one thing about it changed at random. */
export function mutate(random: Random, documents: readonly ConfigDocument[]): readonly ConfigDocument[] {
  const index = random.below(documents.length);
  const document = documents[index];
  if (document === undefined || random.chance(0.15)) return [...documents, randomDocument(random)];
  if (random.chance(0.05)) return documents.filter((_, other) => other !== index);
  if (random.chance(0.03)) return [...documents, document];
  return documents.map((other, at) => (at === index ? mutateDocument(random, other) : other));
}

/** A document of any kind, with some of its fields. */
export function randomDocument(random: Random): ConfigDocument {
  const kind = random.pick(Object.keys(kinds).filter((name) => name !== ''));
  const fields = structures[kinds[kind] ?? ''] ?? {};
  const name = 'name' in fields && random.chance(0.9) ? { name: textOf(random) } : {};
  return { apiVersion: 'v1alpha1', kind, ...structureOf(random, fields), ...name };
}

/** A document with one of its fields changed, added or left out. */
export function mutateDocument(random: Random, document: ConfigDocument): ConfigDocument {
  const kind = typeof document.kind === 'string' ? document.kind : '';
  const places = pathsOf(document, kinds[kind] ?? '').filter(
    ({ path }) => !['kind', 'apiVersion', 'version'].includes(String(path[0])),
  );
  if (places.length === 0) return document;
  const { path, type } = random.pick(places);
  const fields = structures[type.replace('*', '')];
  if (fields !== undefined && Object.keys(fields).length > 0 && (path.length === 0 || random.chance(0.5)))
    return addField(random, document, path, fields);
  if (random.chance(0.2)) return change(document, path, () => undefined) as ConfigDocument;
  const value = random.chance(0.3)
    ? random.pick(oddValues)
    : random.chance(0.2)
      ? textOf(random)
      : valueOf(random, type);
  return change(document, path, () => value) as ConfigDocument;
}

function addField(
  random: Random,
  document: ConfigDocument,
  path: Path,
  fields: Readonly<Record<string, string>>,
): ConfigDocument {
  const name = random.chance(0.05) ? 'unknown' : random.pick(Object.keys(fields));
  const value = valueOf(random, fields[name] ?? 'string');
  return change(document, path, (old) => ({ ...(old as JsonObject), [name]: value })) as ConfigDocument;
}

/** Every place of a document, with its type by the table of fields. */
function pathsOf(
  value: Json | undefined,
  type: string,
  path: Path = [],
): readonly { readonly path: Path; readonly type: string }[] {
  const plain = type.replace(/^\*/, '');
  const own = path.length > 0 || structures[plain] !== undefined ? [{ path, type: plain }] : [];
  if (Array.isArray(value)) {
    return [
      ...own,
      ...value.flatMap((item: Json, index) => pathsOf(item, plain.replace(/^\[\]/, ''), [...path, index])),
    ];
  }
  if (typeof value !== 'object' || value === null) return own;
  const fields = structures[plain];
  const inner = Object.entries(value as JsonObject).flatMap(([key, item]) =>
    pathsOf(item, fields?.[key] ?? (plain.startsWith('{}') ? plain.slice(2) : 'any'), [...path, key]),
  );
  return [...own, ...inner];
}

function change(
  value: Json | undefined,
  [key, ...rest]: Path,
  to: (old: Json | undefined) => Json | undefined,
): Json | undefined {
  if (key === undefined) return to(value);
  if (Array.isArray(value)) {
    const items = value.map((item: Json, index) => (index === key ? change(item, rest, to) : item));
    return items.filter((item) => item !== undefined);
  }
  const object = value as JsonObject;
  return { ...object, [key]: change(object[String(key)], rest, to) };
}
