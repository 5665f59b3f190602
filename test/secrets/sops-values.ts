import { entriesOf, itemsOf, type Mapping, type Node } from '../../lib/secrets/sops/tree';

/**
 * A document's values alone. A float is told by its text only: go-yaml writes 1000.0 as 1000, so that sops itself does not
 * tell whole floats from integers.
 */
export function withoutComments(document: Mapping): Mapping {
  return {
    kind: 'map',
    members: [...entriesOf(document)].map(([key, value]) => ({ kind: 'entry', key, value: strip(value) })),
  };
}

function strip(node: Node): Node {
  switch (node.kind) {
    case 'map':
      return withoutComments(node);
    case 'list':
      return { kind: 'list', items: itemsOf(node).map(strip) };
    case 'scalar':
      return node.type === 'float' && /^-?\d+$/.test(node.text)
        ? { ...node, type: 'int', text: node.text.replace(/^-0$/, '0') }
        : node;
    default:
      return node;
  }
}

/** The first place where two values differ, with both; empty where they are the same. Of test data only. */
export function firstDifference(a: Node | undefined, b: Node | undefined, path = ''): string {
  if (a?.kind === 'map' && b?.kind === 'map') {
    const [left, right] = [entriesOf(a), entriesOf(b)];
    const keys = [...new Set([...left.keys(), ...right.keys()])];
    return (
      keys
        .map((key) => firstDifference(left.get(key), right.get(key), `${path}.${key}`))
        .find((found) => found !== '') ?? ''
    );
  }
  if (a?.kind === 'list' && b?.kind === 'list') {
    const [left, right] = [itemsOf(a), itemsOf(b)];
    const length = Math.max(left.length, right.length);
    const found = Array.from({ length }, (_, i) => firstDifference(left[i], right[i], `${path}[${String(i)}]`));
    return found.find((one) => one !== '') ?? '';
  }
  const show = (node: Node | undefined) => (node === undefined ? 'nothing' : JSON.stringify(node));
  return show(a) === show(b) ? '' : `${path}: ${show(a)} instead of ${show(b)}`;
}
