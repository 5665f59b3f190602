import type { Body } from '../../artifact';
import { memberPath } from '../../yaml';

/** A value without members, or a key, and where it stands. */
export interface Leaf {
  /** e.g. `document 2: spec.ports[0].name`, or `line 3` of a text. */
  readonly field: string;
  readonly value: unknown;
}

/** Every leaf of a body; a key counts as one, at the place of its member. */
export function* leavesOf(body: Body): Generator<Leaf> {
  switch (body.format) {
    case 'yaml':
      for (const [index, document] of body.documents.entries()) {
        const prefix = documentPrefix(index, body.documents.length);
        for (const { field, value } of leaves(document, '')) yield { field: prefix + field, value };
      }
      return;
    case 'json':
      yield* leaves(body.value, '');
      return;
    case 'text':
      for (const [index, line] of body.text.split('\n').entries())
        yield { field: `line ${String(index + 1)}`, value: line };
  }
}

/** How a field names its document: not at all where there is one only. */
export function documentPrefix(index: number, count: number): string {
  return count > 1 ? `document ${String(index + 1)}: ` : '';
}

function* leaves(value: unknown, path: string): Generator<Leaf> {
  if (typeof value !== 'object' || value === null) {
    yield { field: path, value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, `${path}[${String(index)}]`);
  } else {
    for (const [key, member] of Object.entries(value)) {
      const at = memberPath(path, key);
      yield { field: at, value: key };
      yield* leaves(member, at);
    }
  }
}
