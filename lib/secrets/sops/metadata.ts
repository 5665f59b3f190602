import { placeOf, SopsError } from './error';
import { SELECTOR_FIELDS, type EncryptionRule, type Selector } from './rule';
import { readTime } from './timestamp';
import { entriesOf, isSame, itemsOf, str, type Entry, type Mapping, type Node } from './tree';
import { METADATA_KEY } from './walk';

/** A data key, or a share of it, for one recipient. */
export interface WrappedKey {
  readonly recipient: string;
  /** Armored age file. */
  readonly enc: string;
}

/** Those who open one share of the data key, each on his own. */
export interface KeyGroup {
  readonly age: readonly WrappedKey[];
  /** Names of other kinds of keys (`pgp`, `kms`), which this room neither opens nor writes. */
  readonly others: readonly string[];
}

/** The `sops` block of a file. */
export interface Metadata {
  /** One group: each of its keys opens the whole data key. Several: each opens a share. */
  readonly groups: readonly KeyGroup[];
  /** Groups that are needed; 0 where the file names none. */
  readonly threshold: number;
  /** RFC 3339 in UTC, to the second: the MAC is bound to it. */
  readonly lastModified: string;
  /** Cipher text of the MAC; empty where there is none. */
  readonly mac: string;
  readonly rule: EncryptionRule;
  readonly version: string;
}

/** The release whose layout is written. Source: `version/version.go` of getsops/sops. */
export const SOPS_VERSION = '3.13.2';

const OTHER_KEYS = ['pgp', 'kms', 'gcp_kms', 'hckms', 'azure_kv', 'hc_vault'];

/**
 * Takes the metadata out of a file's documents, where each holds the same; the first one counts, as it does for SOPS.
 *
 * @throws SopsError for a file that is not encrypted, and for metadata that lacks what SOPS needs
 */
export function takeMetadata(documents: readonly Mapping[]): { metadata: Metadata; documents: readonly Mapping[] } {
  const found = documents[0] === undefined ? undefined : entriesOf(documents[0]).get(METADATA_KEY);
  if (found === undefined) throw new SopsError('not-encrypted', 'no SOPS metadata in the file', 'encrypt it first');
  if (found.kind !== 'map') throw bad('no mapping');
  // the others are never looked at, but nothing in a file may change unseen
  for (const [index, document] of documents.entries()) {
    const other = entriesOf(document).get(METADATA_KEY);
    if (other === undefined || !isSame(other, found))
      throw new SopsError(
        'tampered',
        'metadata unlike that of the first',
        'restore the file',
        placeOf(index, [METADATA_KEY]),
      );
  }
  return {
    metadata: readMetadata(found),
    documents: documents.map(({ members }) => ({
      kind: 'map',
      members: members.filter((member) => member.kind === 'comment' || member.key !== METADATA_KEY),
    })),
  };
}

function readMetadata(block: Mapping): Metadata {
  const fields = entriesOf(block);
  // SOPS reads and writes the time again before it binds the MAC to it
  const lastModified = readTime(readText(fields.get('lastmodified')));
  if (lastModified === undefined || lastModified.includes('.')) throw bad('no time of the last change');
  // up to 3.9 empty lists stand for keys that are not used
  const single = readGroup(fields);
  const listed = fields.get('key_groups');
  const groups = listed?.kind === 'list' ? itemsOf(listed).map((group) => readGroup(entriesOf(asMapping(group)))) : [];
  const used = isEmpty(single) ? groups : [single];
  if (used.length === 0) throw bad('no keys');
  const threshold = Number(readText(fields.get('shamir_threshold')) || '0');
  if (used.length > 1 && (!Number.isInteger(threshold) || threshold < 2)) throw bad('no threshold for its key groups');
  return {
    groups: used,
    threshold,
    lastModified,
    mac: readText(fields.get('mac')),
    rule: readRule(fields),
    version: readText(fields.get('version')),
  };
}

/** The selector is named in every file that SOPS writes; where old files name none, the default holds. */
function readRule(fields: ReadonlyMap<string, Node>): EncryptionRule {
  const select: Selector = Object.fromEntries(
    Object.entries(SELECTOR_FIELDS).flatMap(([name, field]) => {
      const text = readText(fields.get(name));
      return text === '' ? [] : [[field, text]];
    }),
  );
  const macOnlyEncrypted = readText(fields.get('mac_only_encrypted')).toLowerCase() === 'true';
  return { select, macOnlyEncrypted };
}

function readGroup(fields: ReadonlyMap<string, Node>): KeyGroup {
  const age = fields.get('age');
  const keys = age?.kind === 'list' ? itemsOf(age).map((key) => entriesOf(asMapping(key))) : [];
  return {
    age: keys.map((key) => ({ recipient: readText(key.get('recipient')), enc: readText(key.get('enc')) })),
    others: OTHER_KEYS.filter((name) => {
      const list = fields.get(name);
      return list?.kind === 'list' && itemsOf(list).length > 0;
    }),
  };
}

function isEmpty({ age, others }: KeyGroup): boolean {
  return age.length === 0 && others.length === 0;
}

function asMapping(node: Node): Mapping {
  if (node.kind !== 'map') throw bad('a key that is no mapping');
  return node;
}

function readText(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.text : '';
}

function bad(what: string): SopsError {
  return new SopsError('bad-metadata', `metadata with ${what}`, 'restore the file', METADATA_KEY);
}

/** Adds the metadata to every document as its last key, its fields in alphabetical order as sops 3.13 writes them. */
export function addMetadata(documents: readonly Mapping[], metadata: Metadata): readonly Mapping[] {
  const block: Entry = { kind: 'entry', key: METADATA_KEY, value: writeMetadata(metadata) };
  return documents.map(({ members }) => ({ kind: 'map', members: [...members, block] }));
}

function writeMetadata({ groups, threshold, lastModified, mac, rule, version }: Metadata): Mapping {
  const [only, ...others] = groups;
  const fields: [string, Node][] = [
    ['lastmodified', str(lastModified)],
    ['mac', str(mac)],
    ['version', str(version)],
  ];
  if (only !== undefined && others.length === 0) fields.push(['age', writeKeys(only)]);
  else fields.push(['key_groups', { kind: 'list', items: groups.map(writeGroup) }]);
  if (threshold > 0) fields.push(['shamir_threshold', { kind: 'scalar', type: 'int', text: String(threshold) }]);
  for (const [name, field] of Object.entries(SELECTOR_FIELDS)) {
    const text = rule.select?.[field];
    if (text !== undefined && text !== '') fields.push([name, str(text)]);
  }
  if (rule.macOnlyEncrypted === true)
    fields.push(['mac_only_encrypted', { kind: 'scalar', type: 'bool', text: 'True' }]);
  return mapping(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A group lists its Vault keys even where it has none. */
function writeGroup(group: KeyGroup): Node {
  return mapping([
    ['age', writeKeys(group)],
    ['hc_vault', { kind: 'list', items: [] }],
  ]);
}

function writeKeys({ age }: KeyGroup): Node {
  return {
    kind: 'list',
    items: age.map(({ enc, recipient }) =>
      mapping([
        ['enc', str(enc)],
        ['recipient', str(recipient)],
      ]),
    ),
  };
}

function mapping(fields: readonly (readonly [string, Node])[]): Mapping {
  return { kind: 'map', members: fields.map(([key, value]) => ({ kind: 'entry', key, value })) };
}
