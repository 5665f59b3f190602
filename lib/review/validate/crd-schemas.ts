import { parseDocuments } from '../../yaml';
import { isYamlPath, itemsOf } from '../file-documents';
import { isPlainObject } from '../plain-object';
import { readDirectory, type Tree } from '../tree';
import { isSchema, type StructuralSchema } from './structural-schema';

/** One served version of a kind in one CRD. */
export interface ServedSchema {
  /** File of the CRD, relative to the folder of schemas. */
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly schema: StructuralSchema;
}

/** A folder of schemas that cannot be used; the message says why and what to do. */
export class SchemaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SchemaError';
  }
}

/** The schemas of a set of CRDs. The same kind may come from several, e.g. two releases of one project. */
export class Schemas {
  private readonly byKind = new Map<string, ServedSchema[]>();

  constructor(served: readonly ServedSchema[]) {
    for (const schema of served) {
      const key = kindKey(schema.group, schema.kind);
      this.byKind.set(key, [...(this.byKind.get(key) ?? []), schema]);
    }
  }

  /** How many kinds have a schema. */
  get kinds(): number {
    return this.byKind.size;
  }

  /** Every schema of a kind, in the order of their files; empty for a kind that no CRD defines. */
  of(group: string, kind: string): readonly ServedSchema[] {
    return this.byKind.get(kindKey(group, kind)) ?? [];
  }
}

/**
 * The CRDs of a folder and those below it: JSON and YAML files, a file may hold several. Other files and objects are passed over.
 *
 * @throws TreeError where there is no such folder; SchemaError for a file that cannot be read, or where there is no CRD
 */
export function loadSchemas(directory: string): Schemas {
  const served = servedSchemas(readDirectory(directory));
  if (served.length === 0) {
    throw new SchemaError(`no CustomResourceDefinition in the folder, got ${directory}; name one that holds CRD files`);
  }
  return new Schemas(served);
}

/** Every version that the CRDs of some files serve, with a schema. */
export function servedSchemas(files: Tree): ServedSchema[] {
  return [...files].flatMap(([file, text]) =>
    // a large file costs more to parse than to search
    text.includes('CustomResourceDefinition')
      ? parse(file, text).flatMap((document) => versionsOf(file, document))
      : [],
  );
}

function parse(file: string, text: string): readonly unknown[] {
  if (!isYamlPath(file) && !file.endsWith('.json')) return [];
  try {
    const documents = file.endsWith('.json') ? [JSON.parse(text) as unknown] : parseDocuments(text);
    return documents.flatMap(itemsOf);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SchemaError(`${file}: schema file cannot be read, got ${reason}; correct or remove the file`);
  }
}

function versionsOf(file: string, document: unknown): ServedSchema[] {
  if (!isPlainObject(document) || document.kind !== 'CustomResourceDefinition' || !isPlainObject(document.spec))
    return [];
  const { group, names, scope, versions } = document.spec;
  const kind = isPlainObject(names) ? names.kind : undefined;
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return [];
  return versions.filter(isPlainObject).flatMap(({ name, served, schema }) => {
    const root = isPlainObject(schema) ? schema.openAPIV3Schema : undefined;
    if (typeof name !== 'string' || served === false || !isSchema(root)) return [];
    return [{ file, group, kind, version: name, scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced', schema: root }];
  });
}

function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}
