import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { isPlainObject, type PlainObject } from '../plain-object';
import { isInt64, stringFormats } from './formats';
import { toRegExp } from './patterns';
import type { StructuralSchema } from './structural-schema';

/** What a value consists of: walked by us, field by field. */
const WALKED = new Set(['properties', 'items', 'additionalProperties']);
/** What says nothing about whether a value is right. */
const ANNOTATIONS = new Set(['nullable', 'default', 'description', 'title', 'example', 'externalDocs']);
const LOGICAL = new Set(['allOf', 'anyOf', 'oneOf']);

/**
 * Checks a value against the keywords of its own schema, without those of the fields below it. One small JSON Schema per node instead
 * of one for the whole kind: compiling Argo CD's ApplicationSet at once takes ajv many seconds, most of it for fields that no
 * object uses.
 */
export class ValueCheck {
  private readonly ajv: Ajv;
  private readonly byNode = new WeakMap<StructuralSchema, ValidateFunction>();
  private readonly byText = new Map<string, ValidateFunction>();
  /** Patterns that JavaScript cannot read, met so far. They are not checked. */
  readonly unreadablePatterns = new Set<string>();

  constructor() {
    this.ajv = new Ajv({
      strict: false,
      allErrors: true,
      verbose: true,
      logger: false,
      // the meta schemas cost more than the small schemas that they would check
      meta: false,
      validateSchema: false,
      code: { regExp: Object.assign((source: string) => this.regExp(source), { code: 'toRegExp' }) },
    });
    for (const [name, validate] of Object.entries(stringFormats))
      this.ajv.addFormat(name, { type: 'string', validate });
    this.ajv.addFormat('int64', { type: 'number', validate: isInt64 });
  }

  /** ajv's findings on one value; paths inside them are relative to it. */
  errors(value: unknown, schema: StructuralSchema): readonly ErrorObject[] {
    const validate = this.validator(schema);
    return validate(value) ? [] : (validate.errors ?? []);
  }

  private validator(schema: StructuralSchema): ValidateFunction {
    const known = this.byNode.get(schema);
    if (known !== undefined) return known;
    const own = ownKeywords(schema);
    const text = JSON.stringify(own);
    const validate = this.byText.get(text) ?? this.ajv.compile(own);
    this.byText.set(text, validate);
    this.byNode.set(schema, validate);
    return validate;
  }

  private regExp(source: string): RegExp {
    const expression = toRegExp(source);
    if (expression === undefined) this.unreadablePatterns.add(source);
    return expression ?? /(?:)/;
  }
}

function ownKeywords(schema: StructuralSchema): Record<string, unknown> {
  const own = toJsonSchema(Object.fromEntries(Object.entries(schema).filter(([keyword]) => !WALKED.has(keyword))));
  if (schema['x-kubernetes-int-or-string'] === true) own.type = ['integer', 'string'];
  if (own.type === 'integer') own.format = 'int64';
  return own;
}

/**
 * OpenAPI's keywords as JSON Schema's. The logical keywords look into fields as well, but never forbid one: only the structure
 * outside of them names fields.
 */
function toJsonSchema(schema: PlainObject): Record<string, unknown> {
  const keywords = Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.has(keyword) && !keyword.startsWith('x-'));
  return Object.fromEntries(
    keywords.flatMap(([keyword, value]) => limitOf(schema, keyword) ?? [[keyword, convert(keyword, value)]]),
  );
}

/** `exclusiveMinimum` is a flag beside the limit in OpenAPI 3.0, and a limit of its own in JSON Schema. */
function limitOf(schema: PlainObject, keyword: string): [string, unknown][] | undefined {
  switch (keyword) {
    case 'minimum':
      return [[schema.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum', schema.minimum]];
    case 'maximum':
      return [[schema.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum', schema.maximum]];
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [];
    default:
      return undefined;
  }
}

function convert(keyword: string, value: unknown): unknown {
  if (Array.isArray(value)) return LOGICAL.has(keyword) ? value.map((inner: unknown) => convert('not', inner)) : value;
  if (!isPlainObject(value)) return value;
  if (keyword !== 'properties') return toJsonSchema(value);
  // a field may be called `default` or `x-…`
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, convert('not', inner)]));
}
