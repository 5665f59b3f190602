import { groupOf, isKubernetesObject, isSealed } from '../../artifact';
import { parseDocuments } from '../../yaml';
import { isYamlPath, itemsOf } from '../file-documents';
import { isPlainObject, type PlainObject } from '../plain-object';
import type { Tree } from '../tree';
import type { Schemas } from './crd-schemas';
import { KindCheck } from './kind-check';
import { Tally } from './tally';
import { fileRoles } from './tree-files';
import type { Refusal, ValidationReport } from './validation-report';

/** Checks every Kubernetes object of a tree against the schemas of CRDs; says what it refuses and what it did not look at. */
export function validateTree(tree: Tree, schemas: Schemas): ValidationReport {
  const check = new KindCheck(schemas);
  const others = new Tally();
  const refusals: Refusal[] = [];
  const roleOf = fileRoles(tree);
  const roles = [...tree.keys()].map((path) => [path, roleOf(path)] as const);
  for (const [file, role] of roles) {
    if (role !== 'manifests') continue;
    const documents = read(file, tree.get(file) ?? '', refusals);
    for (const document of documents) {
      if (isObject(document)) refusals.push(...check.refusals(file, document));
      else others.add(nameOfOther(file, document));
    }
  }
  const named = (wanted: string) => roles.filter(([, role]) => role === wanted).map(([path]) => path);
  return {
    files: tree.size,
    refusals,
    otherDocuments: others.counts(),
    templates: named('template'),
    patches: named('patch'),
    ...check.summary(),
  };

  /** An object, or what means to be one: a kind with a schema and no metadata at all is refused, not passed over. */
  function isObject(document: unknown): document is PlainObject {
    if (isKubernetesObject(document)) return true;
    if (!isPlainObject(document)) return false;
    const { apiVersion, kind, metadata } = document;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
    return isPlainObject(metadata) || schemas.of(groupOf(apiVersion), kind).length > 0;
  }
}

function read(file: string, text: string, refusals: Refusal[]): readonly unknown[] {
  try {
    const documents: unknown[] = isYamlPath(file) ? parseDocuments(text) : [JSON.parse(text)];
    return documents.flatMap(itemsOf);
  } catch (error) {
    refusals.push(unreadable(file, error));
    return [];
  }
}

/** A parser's message has our form, `<place>: <what>; <fix>`, or its own. */
function unreadable(file: string, error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const [, path = 'file', what = `not JSON: ${message}`] =
    /^(line \d+, column \d+): (.*?)(?:; [^;]*)?$/s.exec(message) ?? [];
  return { file, path, what, fix: 'correct the text' };
}

function nameOfOther(file: string, document: unknown): string {
  // what it is called is a cipher text
  if (isSealed(document)) return file;
  if (!isPlainObject(document) || typeof document.kind !== 'string') return file;
  const { apiVersion, kind } = document;
  return typeof apiVersion === 'string' ? `${kind} ${apiVersion}` : kind;
}
