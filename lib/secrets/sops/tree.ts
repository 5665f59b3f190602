/** What SOPS tells apart: its cipher text names the type, and reading gives the value back in it. */
export type ScalarType = 'str' | 'int' | 'float' | 'bool' | 'time' | 'bytes';

/** A value that is no collection and not null. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  /** As SOPS feeds it to its MAC and its cipher: decimal digits, `True`, RFC 3339; base64 of what is not UTF-8 for `bytes`. */
  readonly text: string;
}

/** A null, which SOPS neither encrypts nor authenticates. */
export interface Null {
  readonly kind: 'null';
}

/** A comment of one line, without its `#`. */
export interface Comment {
  readonly kind: 'comment';
  readonly text: string;
  /** Whether it stands behind a value instead of above it. */
  readonly inline: boolean;
}

/** A key with its value. */
export interface Entry {
  readonly kind: 'entry';
  readonly key: string;
  readonly value: Node;
}

/** A mapping in the order of its text; a comment precedes what it is about. */
export interface Mapping {
  readonly kind: 'map';
  readonly members: readonly (Entry | Comment)[];
}

/** A list in the order of its text; a comment precedes what it is about. */
export interface Sequence {
  readonly kind: 'list';
  readonly items: readonly (Node | Comment)[];
}

/** Any value of a document. */
export type Node = Scalar | Null | Mapping | Sequence;

/** A string as a value. */
export function str(text: string): Scalar {
  return { kind: 'scalar', type: 'str', text };
}

/** A value without its comments, for looking at it by key; the last of equal keys wins. */
export function entriesOf(node: Mapping): ReadonlyMap<string, Node> {
  return new Map(node.members.flatMap((member) => (member.kind === 'entry' ? [[member.key, member.value]] : [])));
}

/** The items of a list without its comments. */
export function itemsOf(node: Sequence): readonly Node[] {
  return node.items.filter((item): item is Node => item.kind !== 'comment');
}

/** Whether two documents hold the same values in the same order, with the same comments. */
export function isSame(a: Node | Comment | Entry, b: Node | Comment | Entry): boolean {
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'scalar':
      return b.kind === 'scalar' && a.type === b.type && a.text === b.text;
    case 'comment':
      return b.kind === 'comment' && a.text === b.text && a.inline === b.inline;
    case 'entry':
      return b.kind === 'entry' && a.key === b.key && isSame(a.value, b.value);
    case 'map':
      return b.kind === 'map' && areSame(a.members, b.members);
    case 'list':
      return b.kind === 'list' && areSame(a.items, b.items);
  }
}

function areSame(a: readonly (Node | Comment | Entry)[], b: readonly (Node | Comment | Entry)[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return other !== undefined && isSame(one, other);
    })
  );
}

/** Without the empty comments of lists: sops reads one that the rule encrypts as an item. */
export function withoutEmptyItems(node: Mapping): Mapping {
  return {
    kind: 'map',
    members: node.members.map((member) =>
      member.kind === 'entry' ? { ...member, value: clean(member.value) } : member,
    ),
  };
}

function clean(node: Node): Node {
  if (node.kind === 'map') return withoutEmptyItems(node);
  if (node.kind !== 'list') return node;
  const kept = node.items.filter((item) => item.kind !== 'comment' || item.text !== '');
  return { kind: 'list', items: kept.map((item) => (item.kind === 'comment' ? item : clean(item))) };
}
