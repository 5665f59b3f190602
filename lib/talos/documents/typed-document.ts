import { Duration, Size, type Json, type JsonObject } from '../../cluster';
import { document, type PatchDocument } from '../document';

/** A document of typed options: durations and sizes in Talos's own form, members without a value left out. */
export function typedDocument(kind: string, options: object, name?: string): PatchDocument {
  return document(kind, plainObject(options), name);
}

/** A patch of the main document of typed options. */
export function mainPatch(section: 'machine' | 'cluster', options: object): PatchDocument {
  return { [section]: plainObject(options) };
}

/** The fields of a document, without what tells it from others. */
export function fieldsOf(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).filter(([key]) => key !== 'apiVersion' && key !== 'kind' && key !== 'name'),
  );
}

/** The name of a document; empty where its kind has none. */
export function documentName({ name }: JsonObject): string {
  return typeof name === 'string' ? name : '';
}

/** Which document it is, as messages say it: `BondConfig/bond0`, `main document`. */
export function documentLabel(document: JsonObject): string {
  if (typeof document.kind !== 'string') return 'main document';
  const name = documentName(document);
  return name === '' ? document.kind : `${document.kind}/${name}`;
}

function plainObject(options: object): JsonObject {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, plain(value)]),
  );
}

function plain(value: unknown): Json {
  if (value instanceof Duration) return value.toGoString();
  if (value instanceof Size) return sizeText(value);
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? plainObject(value) : (value as Json);
}

/** A size as Talos writes it, e.g. `10GiB`. */
export function sizeText(size: Size): string {
  return Number.isInteger(size.gibibytes) ? `${String(size.gibibytes)}GiB` : `${String(size.mebibytes)}MiB`;
}
