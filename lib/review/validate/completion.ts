import { isPlainObject } from '../plain-object';
import { memberSchema, type StructuralSchema } from './structural-schema';

/**
 * A value as the API server sees it when it validates: nulls of fields that may not be null are gone, and defaults are filled in.
 * The value itself stays as it is.
 *
 * Source: apiextensions-apiserver v0.34, pkg/apiserver/schema/defaulting.
 */
export function complete(value: unknown, schema: StructuralSchema | undefined): unknown {
  if (schema === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => complete(item, schema.items));
  if (!isPlainObject(value)) return value;
  const members = Object.entries(value)
    .filter(([key, member]) => !isDropped(member, memberSchema(schema, key)))
    .map(([key, member]) => [key, complete(member, memberSchema(schema, key))] as const);
  const given = new Set(members.map(([key]) => key));
  const defaults = Object.entries(schema.properties ?? {})
    .filter(([key, member]) => hasDefault(member) && !given.has(key))
    // defaults of what stands inside a default are filled in as well
    .map(([key, member]) => [key, complete(member.default, member)] as const);
  return Object.fromEntries([...members, ...defaults]);
}

function isDropped(member: unknown, schema: StructuralSchema | undefined): boolean {
  return member === null && schema !== undefined && schema.nullable !== true;
}

function hasDefault(schema: StructuralSchema): boolean {
  return schema.default !== undefined && schema.default !== null;
}
