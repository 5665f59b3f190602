import { identityKey, identityOf, isKubernetesObject, type KubernetesObject } from '../artifact';
import { parseManifests, YamlParseError } from '../yaml';
import { ChartError } from './chart-error';
import { belongsToTree } from './hooks';

/**
 * The objects of what `helm template` prints, in an order that is also one in which they can be applied: definitions of kinds,
 * then namespaces, then the others by identity.
 *
 * @throws ChartError for what is no YAML, or no object with a name
 */
export function objectsOf(printed: string): readonly KubernetesObject[] {
  const objects = documentsOf(printed).flatMap(itemsOf).map(requireObject).filter(belongsToTree);
  return objects
    .map((object) => ({ object, key: `${rank(object)} ${identityKey(identityOf(object))}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ object }) => object);
}

function documentsOf(printed: string): readonly unknown[] {
  try {
    return parseManifests(printed);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    // Helm writes above each document which template it is from
    const above = printed.split('\n').slice(0, error.line).reverse();
    const source = above.find((line) => line.startsWith('# Source: '))?.replace('# Source: ', '') ?? 'a template';
    const got = error.message.replace(/^line \d+, column \d+: not YAML, got /, '').replace(/; correct the text$/, '');
    throw new ChartError({ what: `${source} renders no YAML`, got, fix: 'correct the values of the component' });
  }
}

/** A `List` is a way to write objects, and no object: it has no name. */
function itemsOf(document: unknown): readonly unknown[] {
  if (document === null) return [];
  const { kind, items } = document as { readonly kind?: unknown; readonly items?: unknown };
  const isList = typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
  return isList && !isKubernetesObject(document) ? items.flatMap(itemsOf) : [document];
}

function requireObject(document: unknown): KubernetesObject {
  if (isKubernetesObject(document)) return document;
  const fix = 'deliver the chart itself: what has no name of its own cannot stand in a tree';
  throw new ChartError({ what: 'renders something that is no object with a name', got: document, fix });
}

function rank({ kind }: KubernetesObject): string {
  return kind === 'CustomResourceDefinition' ? '0' : kind === 'Namespace' ? '1' : '2';
}
