import { isPlainObject, type PlainObject } from '../plain-object';

/**
 * The schema of one value in a CustomResourceDefinition (apiextensions.k8s.io/v1): OpenAPI v3 in its structural form, where every
 * field is named outside of `allOf`, `anyOf`, `oneOf` and `not`.
 */
export interface StructuralSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: StructuralSchema | boolean;
  readonly items?: StructuralSchema;
  readonly nullable?: boolean;
  readonly default?: unknown;
}

export function isSchema(value: unknown): value is StructuralSchema {
  return isPlainObject(value);
}

/** Whether fields that the schema does not name are kept instead of refused. */
export function keepsUnknownFields(schema: StructuralSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true;
}

/** Whether the value is a Kubernetes object of its own: `apiVersion`, `kind` and `metadata` are implied. */
export function isEmbeddedResource(schema: StructuralSchema): boolean {
  return schema['x-kubernetes-embedded-resource'] === true;
}

/** What every object has without its schema saying so. */
export const implicitFields: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** The schema of a member by its name; nothing where it is not specified. */
export function memberSchema(schema: StructuralSchema, key: string): StructuralSchema | undefined {
  const named = schema.properties;
  // a field may be called `constructor`
  if (named !== undefined && Object.hasOwn(named, key)) return named[key];
  const { additionalProperties } = schema;
  if (additionalProperties === true) return {};
  return additionalProperties === false ? undefined : additionalProperties;
}

/** CEL rules in a schema and below it. They need a CEL interpreter, and are counted instead of run. */
export function countRules(schema: StructuralSchema): number {
  const rules = schema['x-kubernetes-validations'];
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...[schema.items, schema.additionalProperties].filter(isSchema),
  ];
  return (Array.isArray(rules) ? rules.length : 0) + below.reduce((sum, inner) => sum + countRules(inner), 0);
}

/** The metadata that a schema itself restricts (a pattern of the name, say). */
export function metadataSchema(schema: StructuralSchema): PlainObject | undefined {
  return schema.properties?.metadata;
}
