import { isSealed } from '../../artifact';
import { nearest, type Problem } from '../../cluster';
import { indexPath, memberPath } from '../field-path';
import { isPlainObject, type PlainObject } from '../plain-object';
import { complete } from './completion';
import { duplicates } from './list-rules';
import { customResourceMeta, objectMeta } from './object-meta';
import {
  implicitFields,
  isEmbeddedResource,
  keepsUnknownFields,
  memberSchema,
  metadataSchema,
  type StructuralSchema,
} from './structural-schema';
import { ValueCheck } from './value-check';
import { shownValue, valueProblems } from './value-problems';

/**
 * Checks objects against structural schemas as the API server does on a strict request: unknown fields, types, values, list
 * identity. CEL rules are not run.
 */
export class ObjectCheck {
  private readonly values = new ValueCheck();

  /** Patterns that could not be checked. */
  get unreadablePatterns(): ReadonlySet<string> {
    return this.values.unreadablePatterns;
  }

  /** A whole custom resource. */
  problems(object: PlainObject, schema: StructuralSchema): Problem[] {
    const plain = withoutSops(object, schema);
    return [
      ...this.metadataProblems(object, 'metadata', customResourceMeta),
      ...this.check(complete(plain, schema), { ...schema, 'x-kubernetes-embedded-resource': true }, ''),
    ];
  }

  /** The metadata of an object of any kind, at a path of it. */
  metadataProblems({ metadata }: PlainObject, path: string, schema = objectMeta): Problem[] {
    return metadata === undefined ? [] : this.check(complete(metadata, schema), schema, path);
  }

  private check(value: unknown, schema: StructuralSchema, path: string): Problem[] {
    if (value === null && schema.nullable === true) return [];
    if (isEncrypted(value)) return [];
    const own = valueProblems(this.values.errors(value, schema), path, value);
    if (Array.isArray(value)) return [...own, ...this.checkList(value, schema, path)];
    if (isPlainObject(value)) return [...own, ...this.checkMembers(value, schema, path)];
    return own;
  }

  private checkMembers(object: PlainObject, schema: StructuralSchema, path: string): Problem[] {
    const isResource = isEmbeddedResource(schema);
    const fields = Object.entries(object).flatMap(([key, value]) => {
      const at = memberPath(path, key);
      if (isResource && implicitFields.includes(key)) return [];
      const member = memberSchema(schema, key);
      if (member !== undefined) return this.check(value, member, at);
      return keepsUnknownFields(schema) ? [] : [unknownField(at, key, value, schema, isResource)];
    });
    return isResource ? [...this.resourceProblems(object, schema, path), ...fields] : fields;
  }

  private checkList(list: readonly unknown[], schema: StructuralSchema, path: string): Problem[] {
    const items = schema.items ?? (keepsUnknownFields(schema) ? undefined : {});
    return [
      ...(items === undefined ? [] : list.flatMap((item, i) => this.check(item, items, indexPath(path, i)))),
      ...duplicates(list, schema).map(({ index, same }) => ({
        path: indexPath(path, index),
        what: 'duplicate item',
        got: shownValue(path, same),
        fix: 'remove one of the two, or tell them apart',
      })),
    ];
  }

  /** What an object is without its schema saying so: `apiVersion`, `kind`, `metadata`. */
  private resourceProblems(object: PlainObject, schema: StructuralSchema, path: string): Problem[] {
    const names = (['apiVersion', 'kind'] as const).flatMap((key) =>
      this.check(object[key], memberSchema(schema, key) ?? {}, memberPath(path, key)).concat(
        typeof object[key] === 'string' && object[key] !== ''
          ? []
          : [{ path: memberPath(path, key), what: 'missing', fix: 'add it' }],
      ),
    );
    const { metadata } = object;
    const restricted = metadataSchema(schema);
    const at = memberPath(path, 'metadata');
    const open = restricted && { ...restricted, 'x-kubernetes-preserve-unknown-fields': true };
    return [
      ...names,
      ...(path === '' ? [] : this.metadataProblems(object, at)),
      ...(open === undefined || metadata === undefined ? [] : this.check(metadata, open, at)),
    ];
  }
}

function unknownField(
  path: string,
  key: string,
  value: unknown,
  schema: StructuralSchema,
  isResource: boolean,
): Problem {
  const known = [...Object.keys(schema.properties ?? {}), ...(isResource ? implicitFields : [])];
  const fix = known.length > 0 ? `remove it, or correct its spelling (nearest: ${nearest(key, known)})` : 'remove it';
  return { path, what: 'unknown field', got: shownValue(path, value), fix };
}

/** SOPS keeps its own block at the root, and takes it away when it decrypts. */
function withoutSops(object: PlainObject, schema: StructuralSchema): PlainObject {
  if (!isSealed(object) || memberSchema(schema, 'sops') !== undefined) return object;
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'sops'));
}

/** How many values below this one SOPS has encrypted: what they will be is not known, so they are not checked. */
export function countEncrypted(value: unknown): number {
  if (isEncrypted(value)) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + countEncrypted(member), 0);
}

function isEncrypted(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('ENC[AES256_GCM,');
}
