import type { ErrorObject } from 'ajv';
import { nearest, type Problem } from '../../cluster';
import { indexPath, memberPath } from '../field-path';
import { isPlainObject } from '../plain-object';
import { redact } from '../redact';

/** ajv's findings on the value at a path as problems of ours: one for each thing that is wrong. */
export function valueProblems(errors: readonly ErrorObject[], path: string, value: unknown): Problem[] {
  const outer = errors.filter((error) => !isInsideAlternative(error) && error.propertyName === undefined);
  // a field may have the name of a keyword: rather every finding than none
  const problems = (outer.length > 0 ? outer : errors).map((error) => toProblem(error, path, value));
  const lines = problems.map((problem) => JSON.stringify(problem));
  return problems.filter((_, i) => lines.indexOf(lines[i] ?? '') === i);
}

/** Each alternative of `anyOf` that does not fit gives its own findings, beside the one that none fits. */
function isInsideAlternative({ schemaPath }: ErrorObject): boolean {
  return /\/(?:anyOf|oneOf|not)\/./.test(schemaPath);
}

function toProblem(error: ErrorObject, root: string, value: unknown): Problem {
  const path = pathTo(error.instancePath, root, value);
  const got = shownValue(path, error.data);
  const { params } = error as { readonly params: Record<string, unknown> };
  switch (error.keyword) {
    case 'type':
      return { path, what: 'wrong type', got, allowed: list(params.type), fix: 'write a value of that type' };
    case 'required':
      return { path: memberPath(path, String(params.missingProperty)), what: 'missing', fix: 'add it' };
    case 'enum':
      return enumProblem(path, error.data, params.allowedValues);
    case 'pattern':
      return {
        path,
        what: 'does not match its pattern',
        got,
        allowed: String(params.pattern),
        fix: 'correct the value',
      };
    case 'format':
      return { path, what: `not a valid ${String(params.format)}`, got, fix: 'correct the value' };
    case 'propertyNames': {
      const name = String(params.propertyName);
      return {
        path: memberPath(path, name),
        what: 'not a qualified name',
        got: name,
        allowed: '[prefix/]name',
        fix: 'rename the key',
      };
    }
    case 'anyOf':
      return { path, what: 'fits none of the alternatives', got, ...alternatives(error), fix: 'make it fit one' };
    case 'oneOf':
      return {
        path,
        what: params.passingSchemas === null ? 'fits none of the alternatives' : 'fits several alternatives',
        got,
        ...alternatives(error),
        fix: 'make it fit exactly one',
      };
    case 'not':
      return {
        path,
        what: 'fits what is forbidden',
        got,
        allowed: `not ${JSON.stringify(error.schema)}`,
        fix: 'change the value',
      };
    default:
      return {
        path,
        what: `out of its limits (${error.keyword})`,
        got,
        allowed: limit(params),
        fix: 'give a value within the limit',
      };
  }
}

function enumProblem(path: string, data: unknown, values: unknown): Problem {
  const names = Array.isArray(values) ? values.map(String) : [];
  const fix =
    typeof data === 'string' && names.length > 0 ? `did you mean ${nearest(data, names)}?` : 'choose one of them';
  return { path, what: 'not one of the values allowed', got: shownValue(path, data), allowed: names.join(', '), fix };
}

/** `address | hostname` where the alternatives are told apart by the fields that they ask for, or by their types. */
function alternatives({ schema }: ErrorObject): Pick<Problem, 'allowed'> {
  const each = (Array.isArray(schema) ? schema : []).map((one: unknown) =>
    isPlainObject(one) ? list(one.required ?? one.type) : '',
  );
  return each.length > 0 && each.every((text) => text !== '') ? { allowed: each.join(' | ') } : {};
}

function limit(params: Record<string, unknown>): string {
  const comparison = params.comparison;
  const number = String(params.limit ?? params.multipleOf);
  return typeof comparison === 'string' ? `${comparison} ${number}` : number;
}

function list(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : '';
}

/** A value as a message may show it. */
export function shownValue(path: string, value: unknown): unknown {
  const key = /([\w-]+)\W*$/.exec(path.replace(/(?:\[\d+\])+$/, ''))?.[1] ?? '';
  return redact(value, { key, secret: false });
}

/** A JSON pointer below a path. */
function pathTo(pointer: string, root: string, value: unknown): string {
  let at: unknown = value;
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, segment) => {
      const inList = Array.isArray(at);
      at = (at as Record<string, unknown> | null)?.[segment];
      return inList ? indexPath(path, Number(segment)) : memberPath(path, segment);
    }, root);
}
