import fc from 'fast-check';
import type { EncryptionRule } from '../../lib/secrets/sops/rule';

/** A YAML text, written without the code under test, and the rule to encrypt it by. */
export interface RandomCase {
  readonly text: string;
  readonly rule: EncryptionRule;
}

/** Plain scalars that readers disagree about. */
const TRICKY = [
  ...[
    '0644',
    '0o17',
    '0x1F',
    '0b101',
    '1_000',
    '08',
    '-0',
    '+1',
    '1:20',
    '9223372036854775807',
    '-9223372036854775808',
  ],
  ...['1e3', '1E-5', '.5', '5.', '-.5', '.inf', '-.Inf', '.nan', '18446744073709551616', '1234567.5', '1e21', '0.1'],
  ...[
    '2024-01-01',
    '2001-12-14t21:59:43.10-05:00',
    '2001-12-14 21:59:43.10',
    '2001-12-14T21:59:43Z',
    '2024-13-01',
    '2024-1-2',
  ],
  ...[
    'yes',
    'no',
    'on',
    'off',
    'y',
    'n',
    'Yes',
    'OFF',
    '~',
    'null',
    'Null',
    '',
    'true',
    'True',
    'false',
    'TRUE',
    'tRUE',
  ],
  ...[
    'hello',
    'a b c',
    'a:b',
    'a#b',
    '-foo',
    '=',
    'ENC[fake]',
    '1.2.3',
    '0x',
    '1e',
    'e3',
    '._5',
    '1e999',
    '0o9',
    '!!str 5',
  ],
];

const KEYS = [
  'data',
  'stringData',
  'password',
  'name_unencrypted',
  'token_enc',
  'a',
  'b',
  'c',
  'kind',
  'n',
  'on',
  '"1"',
  '"true"',
];
const NASTY_KEYS = [
  '"a: b"',
  "'x #y'",
  '"\\t"',
  '"é"',
  '"-"',
  '"[x]"',
  'x:y',
  '"2024-01-01"',
  '""',
  "'it''s'",
  '"😀"',
  '"~"',
];

interface Commented<T> {
  readonly head: readonly string[];
  readonly inline: string | undefined;
  readonly value: T;
}

type Tree =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'block'; readonly header: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'map';
      readonly entries: readonly (readonly [string, Commented<Tree>])[];
      readonly foot: readonly string[];
    }
  | { readonly kind: 'list'; readonly items: readonly Commented<Tree>[] };

const comment = fc.constantFrom(' a comment', ' x: y', '#', ' é 😀', ' encrypt:me', ' leave');
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6, nil: undefined });
const few = fc.array(comment, { maxLength: 2 });

/** Escapes beyond JSON's, since a YAML text holds no control characters. */
function doubleQuoted(raw: string): string {
  // go-yaml writes what begins with space and goes on in a second line so that it cannot read it again
  const text = /^\s.*[\n\r\u0085\u2028\u2029]|[\u2028\u2029]/s.test(raw) ? raw.replaceAll(/\s/g, '.') : raw;
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const scalar: fc.Arbitrary<Tree> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TRICKY) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map(doubleQuoted) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }).map(doubleQuoted) },
    { weight: 1, arbitrary: fc.constantFrom(...TRICKY.slice(0, -1)).map((text) => `'${text}'`) },
    { weight: 1, arbitrary: fc.integer().map(String) },
    {
      weight: 1,
      arbitrary: fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((value) => (/[.e]/.test(String(value)) ? String(value) : `${String(value)}.0`)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('{}', '[]', '[1, a, "x: y", {k: v}]', '{a: 1, password: [x, ~], on: yes}'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('"  lead"', '"trail "', '"tab\\tin"', '"a\\n"', '"a\\n\\n"', '"a \\nb"', '"\\r\\n"'),
    },
  )
  .map((text) => ({ kind: 'scalar', text }));

const block: fc.Arbitrary<Tree> = fc.record({
  kind: fc.constant('block' as const),
  header: fc.constantFrom('|', '|-', '|+', '>', '>-'),
  lines: fc
    .array(fc.constantFrom('line', 'two words', '  indented', '', '# no comment', 'k: v', '\ttab'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((lines) => ['first', ...lines]),
});

/** Comments of list items are kept apart: sops 3.13 writes them as items of their own and then fails at its own MAC. */
function treeOf(listComments: boolean): fc.Arbitrary<Tree> {
  const bare = (value: fc.Arbitrary<Tree>) => value.map((item) => ({ head: [], inline: undefined, value: item }));
  const { tree } = fc.letrec<{ tree: Tree; map: Tree; list: Tree }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true }, scalar, block, tie('map'), tie('list')),
    map: mapOf(tie('tree'), listComments),
    list: fc
      .array(listComments ? commented(tie('tree'), few) : bare(tie('tree')), { minLength: 1, maxLength: 4 })
      .map((items) => ({ kind: 'list', items })),
  }));
  return tree;
}

function commented(value: fc.Arbitrary<Tree>, head: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Commented<Tree>> {
  return fc.record({ head, inline: rarely(comment), value });
}

function mapOf(value: fc.Arbitrary<Tree>, listComments: boolean): fc.Arbitrary<Tree> {
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY_KEYS) },
  );
  const head = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few });
  const mapping = fc.record({
    kind: fc.constant('map' as const),
    entries: fc.uniqueArray(fc.tuple(key, commented(value, head)), {
      minLength: 1,
      maxLength: 5,
      selector: ([name]) => name,
    }),
    foot: fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few }),
  });
  return listComments ? mapping : mapping.map(({ kind, entries, foot }) => ({ kind, ...awayFromLists(entries, foot) }));
}

type Entries = readonly (readonly [string, Commented<Tree>])[];

/** go-yaml takes a comment behind the key of a list, or below the last item of one, for one of an item. */
function awayFromLists(entries: Entries, foot: readonly string[]) {
  const isList = (node: Tree | undefined) =>
    node?.kind === 'list' || (node?.kind === 'scalar' && node.text.startsWith('['));
  return {
    entries: entries.map(
      ([key, commented]) =>
        [key, { ...commented, inline: isList(commented.value) ? undefined : commented.inline }] as const,
    ),
    foot: entries.at(-1)?.[1].value.kind === 'scalar' ? foot : [],
  };
}

function render(node: Tree, column: number): string[] {
  const pad = ' '.repeat(column);
  const comments = (texts: readonly string[]) => texts.map((text) => `${pad}#${text}`);
  if (node.kind === 'map') {
    return [
      ...node.entries.flatMap(([key, { head, inline, value }]) => [
        ...comments(head),
        ...behind(`${pad}${key}:`, value, column, inline),
      ]),
      ...comments(node.foot),
    ];
  }
  if (node.kind === 'list') {
    return node.items.flatMap(({ head, inline, value }) => [
      ...comments(head),
      ...behind(`${pad}-`, value, column, inline),
    ]);
  }
  return [];
}

function behind(lead: string, node: Tree, column: number, inline: string | undefined): string[] {
  const mark = inline === undefined ? '' : ` #${inline}`;
  if (node.kind === 'scalar') return [`${lead} ${node.text}${mark}`];
  if (node.kind === 'block') {
    return [`${lead} ${node.header}`, ...node.lines.map((line) => (line === '' ? '' : ' '.repeat(column + 2) + line))];
  }
  return [`${lead}${mark}`, ...render(node, column + 2)];
}

const rule: fc.Arbitrary<EncryptionRule> = fc.record({
  select: fc.constantFrom(
    {},
    { encryptedRegex: '^(data|stringData)$' },
    { encryptedRegex: '(?i)PASS|^a$' },
    { unencryptedRegex: '^(kind|b)$' },
    { encryptedSuffix: '_enc' },
    { unencryptedSuffix: '_unencrypted' },
    { encryptedCommentRegex: 'encrypt:me' },
    { unencryptedCommentRegex: ' leave$' },
  ),
  macOnlyEncrypted: fc.boolean(),
});

/** Texts of one to three documents, with comments, every kind of scalar and each kind of rule. */
function caseOf(listComments: boolean): fc.Arbitrary<RandomCase> {
  const text = fc
    .array(mapOf(treeOf(listComments), listComments), { minLength: 1, maxLength: 3 })
    .map((documents) => documents.map((document) => `${render(document, 0).join('\n')}\n`).join('---\n'));
  return fc.record({ text, rule });
}

/** What sops can read back after it encrypted it. */
export const randomCase = caseOf(false);
/** The same with comments inside of lists; those must not decide what is encrypted, since go-yaml moves them. */
export const listCommentCase = caseOf(true).filter(({ rule: { select } }) => !/comment/i.test(JSON.stringify(select)));
