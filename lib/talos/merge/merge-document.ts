import type { Json, JsonObject } from '../../cluster';
import { documentRules } from './document-rules';
import { mainRules } from './main-rules';
import { mergeFree } from './merge-free';
import { mergeKeyed, replaceByImage } from './merge-lists';
import { mergeUrls } from './merge-url';
import { PatchError } from './patch-error';
import { isList, isNothing, isObject, textOf, valueAt, without, type Value } from './plain';
import type { Rules } from './rule';

/** The rules of a kind; none for a kind that is not known here. */
export function rulesOf({ kind }: JsonObject): Rules {
  return typeof kind === 'string' ? (documentRules[kind] ?? {}) : mainRules;
}

/**
 * Merges a patch's document into the one of the same kind and name, as Talos does.
 * Source: Talos `config/merge`, machinery 1.14.1.
 *
 * @throws PatchError where Talos refuses the patch
 */
export function mergeDocument(left: JsonObject, right: JsonObject): JsonObject {
  const rules = rulesOf(right);
  return overwritten(mergeObjects(left, right, '', rules), right, rules);
}

/** Values that a patch removes by not naming them. */
function overwritten(merged: JsonObject, right: JsonObject, rules: Rules): JsonObject {
  return Object.entries(rules).reduce((document, [path, rule]) => {
    if (!rule.startsWith('overwrite')) return document;
    const keys = path.split('.');
    const within = rule.slice('overwrite within '.length);
    const reached = within === '' || !isNothing(valueAt(right, within.split('.')));
    return reached && isNothing(valueAt(right, keys)) ? without(document, keys) : document;
  }, merged);
}

function mergeObjects(left: JsonObject, right: JsonObject, path: string, rules: Rules): JsonObject {
  const isMap = rules[path] === 'map';
  const merged: Record<string, Value> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const below = isMap ? '*' : key;
    merged[key] = mergeValues(merged[key], value, path === '' ? below : `${path}.${below}`, rules);
  }
  return merged;
}

function mergeValues(left: Value, right: Value, path: string, rules: Rules): Value {
  if (isNothing(right)) return left;
  const rule = rules[path] ?? '';
  if (rule === 'certificate' && isObject(right)) return { crt: '', key: '', ...right };
  if (isNothing(left) || rule === 'replace' || rule === 'zero wins' || rule.startsWith('overwrite')) return right;
  if (rule === 'free') return mergeFree(left, right, path);
  if (rule === 'once') {
    throw new PatchError(`${path} is set already, got a second value`, 'delete it in a patch before');
  }
  if (isObject(left) && isObject(right)) {
    return rule === 'arguments' ? { ...left, ...right } : mergeObjects(left, right, path, rules);
  }
  if (isList(left) && isList(right)) return mergeLists(left, right, path, rules);
  if (isObject(left) || isObject(right) || isList(left) || isList(right)) {
    throw new PatchError(`${path} has another form, got a value of another type`, 'give it the form that it has');
  }
  return mergeScalars(left, right, rule);
}

function mergeLists(left: readonly Json[], right: readonly Json[], path: string, rules: Rules): readonly Json[] {
  const rule = rules[path] ?? '';
  if (rule === 'replace by image') return replaceByImage(left, right);
  const keyed = mergeKeyed(rule, left, right, (a, b) => mergeObjects(a, b, `${path}.[]`, rules));
  return keyed ?? [...left, ...right];
}

const ZERO_DURATION = /^[+-]?(0+(\.0*)?(h|m|s|ms|us|µs|ns))+$|^[+-]?0+$/;

function mergeScalars(left: Json, right: Json, rule: string): Json {
  const isZero =
    right === '' ||
    right === 0 ||
    rule === `zero is ${textOf(right)}` ||
    (rule === 'duration' && ZERO_DURATION.test(textOf(right)));
  if (isZero) return left;
  if (rule === 'url') return mergeUrls(textOf(left), textOf(right));
  if (rule === 'size' && isPercentage(right) && !isPercentage(left)) return left;
  return right;
}

function isPercentage(size: Json): boolean {
  return textOf(size).endsWith('%');
}
