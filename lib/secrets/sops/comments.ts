import type { CST } from 'yaml';
import type { Comment, Entry, Mapping, Node, Sequence } from './tree';

/** A member of a collection with its place in the text. */
export interface Slot {
  readonly offset: number;
  readonly line: number;
  /** Absent in a list. */
  readonly key?: string;
  readonly value: Node | Slots;
}

/** A collection as it stands in the text. */
export interface Slots {
  readonly kind: 'map' | 'list';
  /** Whether it is written in brackets. */
  readonly flow: boolean;
  /** Column of the members, from 1. */
  readonly column: number;
  readonly range: readonly [number, number];
  readonly slots: readonly Slot[];
}

/** A comment with its place in the text. */
export interface FoundComment {
  readonly offset: number;
  readonly column: number;
  /** Whether something else stands before it on its line. */
  readonly inline: boolean;
  readonly text: string;
}

/** Every comment of a text, in order. */
export function collectComments(tokens: readonly CST.Token[], source: string): readonly FoundComment[] {
  const found: FoundComment[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) token.forEach(visit);
    if (typeof token !== 'object' || token === null) return;
    if ('type' in token && token.type === 'comment' && 'offset' in token && 'source' in token) {
      found.push(commentAt(Number(token.offset), String(token.source), source));
    } else if (!Array.isArray(token)) Object.values(token).forEach(visit);
  };
  visit(tokens);
  return found.sort((a, b) => a.offset - b.offset);
}

function commentAt(offset: number, text: string, source: string): FoundComment {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return { offset, column: before.length + 1, inline: before.trim() !== '', text: text.slice(1).replace(/\r$/, '') };
}

/** A member with the collections it stands in, the innermost last. */
interface Located {
  readonly slot: Slot;
  readonly chain: readonly Slots[];
}

/** Puts each comment into the collection that it belongs to, before what it is about. */
export function placeComments(root: Slots, comments: readonly FoundComment[]): Mapping {
  const members = locate(root, []);
  const before = new Map<Slot, Comment[]>();
  const after = new Map<Slots, Comment[]>();
  for (const comment of comments) {
    const { slot, collection, inline } = findPlace(root, members, comment);
    const placed: Comment = { kind: 'comment', text: comment.text, inline };
    if (slot !== undefined) before.set(slot, [...(before.get(slot) ?? []), placed]);
    else after.set(collection, [...(after.get(collection) ?? []), placed]);
  }
  const built = build(root);
  return built.kind === 'map' ? built : { kind: 'map', members: [] };

  function build(slots: Slots): Mapping | Sequence {
    const trailing = after.get(slots) ?? [];
    if (slots.kind === 'list') {
      const items = slots.slots.flatMap((slot) => [...(before.get(slot) ?? []), valueOf(slot)]);
      return { kind: 'list', items: [...items, ...trailing] };
    }
    const entries = slots.slots.flatMap((slot): (Entry | Comment)[] => [
      ...(before.get(slot) ?? []),
      { kind: 'entry', key: slot.key ?? '', value: valueOf(slot) },
    ]);
    return { kind: 'map', members: [...entries, ...trailing] };
  }

  function valueOf({ value }: Slot): Node {
    return 'slots' in value ? build(value) : value;
  }
}

function locate(collection: Slots, above: readonly Slots[]): Located[] {
  const chain = [...above, collection];
  return collection.slots.flatMap((slot) => [
    { slot, chain },
    ...('slots' in slot.value ? locate(slot.value, chain) : []),
  ]);
}

interface Place {
  /** What the comment stands before; absent at the end of the collection. */
  readonly slot?: Slot;
  readonly collection: Slots;
  readonly inline: boolean;
}

function findPlace(root: Slots, members: readonly Located[], comment: FoundComment): Place {
  const nextAt = members.findIndex(({ slot }) => slot.offset > comment.offset);
  const next = nextAt < 0 ? undefined : members[nextAt];
  const previous = nextAt < 0 ? members.at(-1) : members[nextAt - 1];
  if (comment.inline && previous !== undefined) return behind(previous, members, comment);
  const inside = flowsOf(root)
    .filter(({ range }) => range[0] < comment.offset && comment.offset < range[1])
    .at(-1);
  if (inside !== undefined && next?.chain.includes(inside) !== true) return { collection: inside, inline: false };
  const nextIn = next?.chain.at(-1);
  if (next !== undefined && nextIn !== undefined) {
    const isFirstInside = previous !== undefined && next.chain.length > previous.chain.length;
    if (previous === undefined || isFirstInside || inside !== undefined || comment.column <= nextIn.column)
      return { slot: next.slot, collection: nextIn, inline: false };
  }
  // deeper than what follows: the end of the innermost block that reaches as far to the left
  const open = (previous?.chain ?? []).filter(({ flow, column }) => !flow && column <= comment.column);
  const collection = open.at(-1) ?? root;
  if (next !== undefined && nextIn === collection) return { slot: next.slot, collection, inline: false };
  return { collection, inline: false };
}

/** Collections in brackets, outer before inner. */
function flowsOf(collection: Slots): Slots[] {
  const inner = collection.slots.flatMap(({ value }) => ('slots' in value ? flowsOf(value) : []));
  return collection.flow ? [collection, ...inner] : inner;
}

/** A comment behind a value is about that value; behind a key or dash alone it is about the whole collection. */
function behind(previous: Located, members: readonly Located[], comment: FoundComment): Place {
  let { slot, chain } = previous;
  // behind a closing bracket the collection is meant, not its last member
  for (;;) {
    const collection = chain.at(-1);
    if (collection?.flow !== true || comment.offset < collection.range[1]) break;
    const owner = members.find(({ slot: { value } }) => value === collection);
    if (owner === undefined) break;
    ({ slot, chain } = owner);
  }
  const collection = chain.at(-1);
  const isBlock = 'slots' in slot.value && !slot.value.flow;
  return collection === undefined
    ? { collection: previous.chain[0] ?? EMPTY, inline: false }
    : { slot, collection, inline: !isBlock };
}

const EMPTY: Slots = { kind: 'map', flow: false, column: 1, range: [0, 0], slots: [] };
