import { SopsError } from './error';
import type { Selects } from './rule';
import type { Comment, Entry, Mapping, Node, Scalar } from './tree';

/** A value or a comment on the way through a document. */
export interface Visited {
  readonly leaf: Scalar | Comment;
  /** Whether the rule encrypts it. */
  readonly encrypted: boolean;
  /** What its cipher text is bound to: the keys from the root, each with a colon; list positions are no part of it. */
  readonly context: string;
  /** Keys and positions from the root; a comment has the path of what it stands in. */
  readonly path: readonly (string | number)[];
}

/** What becomes of a value or a comment; a comment gives the text of the new one, and an item of a list may become one. */
export type Visit = (visited: Visited) => Scalar | Comment;

interface Level {
  readonly keys: readonly string[];
  readonly path: readonly (string | number)[];
  /** For each level above and this one, the comments since the last value. */
  readonly comments: string[][];
}

/**
 * A document with every value and comment replaced, in SOPS' order: the order of the text, depth first. Nulls and empty
 * collections stay as they are.
 */
export function mapLeaves(root: Mapping, selects: Selects, visit: Visit): Mapping {
  return mapMapping(root, { keys: [], path: [], comments: [] });

  function mapMapping(node: Mapping, level: Level): Mapping {
    const inner = { ...level, comments: [...level.comments, []] };
    return {
      kind: 'map',
      members: node.members.map((member): Entry | Comment => {
        if (member.kind === 'comment') return mapComment(member, inner);
        const { key } = member;
        const value = mapNode(member.value, { ...inner, keys: [...level.keys, key], path: [...level.path, key] });
        inner.comments[inner.comments.length - 1] = [];
        return { kind: 'entry', key, value };
      }),
    };
  }

  function mapNode(node: Node, level: Level): Node {
    switch (node.kind) {
      case 'null':
        return node;
      case 'scalar': {
        const value = visit(at(node, level));
        if (value.kind === 'scalar') return value;
        throw new SopsError('tampered', 'a comment in the place of a value', 'restore the file', level.keys.join('.'));
      }
      case 'map':
        return mapMapping(node, level);
      case 'list': {
        const inner = { ...level, comments: [...level.comments, []] };
        let position = 0;
        return {
          kind: 'list',
          items: node.items.map((item): Node | Comment => {
            if (item.kind === 'comment') return mapComment(item, inner);
            const itemLevel = { ...inner, path: [...level.path, position++] };
            const value = item.kind === 'scalar' ? visit(at(item, itemLevel)) : mapNode(item, itemLevel);
            if (value.kind === 'comment') inner.comments.at(-1)?.push(value.text);
            else inner.comments[inner.comments.length - 1] = [];
            return value;
          }),
        };
      }
    }
  }

  function mapComment(comment: Comment, level: Level): Comment {
    level.comments.at(-1)?.push(comment.text);
    return { ...comment, text: visit(at(comment, level)).text };
  }

  function at(leaf: Scalar | Comment, { keys, path, comments }: Level): Visited {
    const encrypted = selects({ keys, comments, isComment: leaf.kind === 'comment' });
    return { leaf, encrypted, context: `${keys.join(':')}:`, path };
  }
}

/** The key of a file's metadata, which no document may use for itself. */
export const METADATA_KEY = 'sops';

/**
 * Refuses what SOPS would not encrypt.
 *
 * @throws SopsError for a file without a document, and for one that holds the key `sops`
 */
export function assertPlain(documents: readonly Mapping[]): void {
  if (documents.length === 0) throw new SopsError('not-yaml', 'no document in the file', 'give at least one mapping');
  for (const { members } of documents) {
    if (members.some((member) => member.kind === 'entry' && member.key === METADATA_KEY))
      throw new SopsError('already-encrypted', `a key \`${METADATA_KEY}\` at the top level`, 'give the plain text');
  }
}
