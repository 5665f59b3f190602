import { DATA_KEY_SIZE, NONCE_SIZE, seal } from './cipher';
import { openFile, readEncrypted, type EncryptedFile, type OpenFile } from './decrypt';
import { addMetadata, SOPS_VERSION, type Metadata } from './metadata';
import { areSameReaders, wrapFor, type Readers } from './readers';
import { readYaml } from './read-yaml';
import { compileRule, selectorOf, type EncryptionRule } from './rule';
import { sealDocuments, type Randomness } from './seal-documents';
import { isSame, withoutEmptyItems, type Mapping } from './tree';
import { assertPlain } from './walk';
import { DEFAULT_INDENT, writeYaml } from './write-yaml';

/** How a file is written, whatever it says. */
export interface WriteOptions {
  readonly rule: EncryptionRule;
  readonly readers: Readers;
  /** Spaces per level. @default 4 */
  readonly indent?: number;
  readonly random: Randomness;
  readonly now: Date;
  /** The file to be replaced: what it says already is kept byte by byte, and so is its data key. */
  readonly previous?: OpenFile;
}

/**
 * Encrypts a YAML text of one or more documents. With a previous file that says the same, by the same rule and for the same
 * readers, the result is that file.
 *
 * @throws SopsError for what SOPS could not keep or would not encrypt
 * @throws RecipientError for a reader that is no public key of age
 */
export async function encryptYaml(text: string, options: WriteOptions): Promise<string> {
  return encryptDocuments(readYaml(text), options);
}

/** As `encryptYaml`, for documents that were read already. */
export async function encryptDocuments(given: readonly Mapping[], options: WriteOptions): Promise<string> {
  const { previous, random, readers, indent = DEFAULT_INDENT } = options;
  // comments decide from where they will be read, which is not always where they were given
  const documents = readYaml(writeYaml(given.map(withoutEmptyItems), indent));
  assertPlain(documents);
  const rule = { select: selectorOf(options.rule), macOnlyEncrypted: options.rule.macOnlyEncrypted ?? false };
  compileRule(rule);
  const isUnchanged =
    previous !== undefined && isSameRule(previous.metadata.rule, rule) && areSame(previous.plain, documents);
  if (isUnchanged) return updateReaders(previous, options);
  const dataKey = previous?.dataKey ?? random(DATA_KEY_SIZE);
  const sealed = sealDocuments(documents, rule, dataKey, random, previous?.sealed);
  const keys = await wrapFor(readers, dataKey, random, previous?.metadata);
  if (previous !== undefined && isSameRule(previous.metadata.rule, rule) && sealed.digest === previous.digest) {
    // comments may read back in another place than they were written to
    const same = writeYaml(addMetadata(sealed.documents, { ...previous.metadata, ...keys }), indent);
    if (same === previous.text) return previous.text;
  }
  const lastModified = `${options.now.toISOString().slice(0, 19)}Z`;
  const mac = seal({ type: 'str', bytes: Buffer.from(sealed.digest) }, dataKey, lastModified, random(NONCE_SIZE));
  const metadata: Metadata = { ...keys, lastModified, mac, rule, version: SOPS_VERSION };
  const written = writeYaml(addMetadata(sealed.documents, metadata), indent);
  // a comment that decides what is encrypted may be read elsewhere than it was written
  openFile(readEncrypted(written), dataKey);
  return written;
}

/**
 * Writes a file for other readers, as `sops updatekeys`: values, MAC and data key stay, so that whoever could read an old
 * version still knows the data key; to shut a reader out, encrypt the plain text anew without a previous file.
 */
export async function updateReaders(
  file: EncryptedFile & { readonly dataKey: Uint8Array },
  { readers, random, indent = DEFAULT_INDENT }: Pick<WriteOptions, 'readers' | 'random' | 'indent'>,
): Promise<string> {
  if (areSameReaders(file.metadata, readers)) return file.text;
  const keys = await wrapFor(readers, file.dataKey, random, file.metadata);
  return writeYaml(addMetadata(file.documents, { ...file.metadata, ...keys }), indent);
}

function isSameRule(a: EncryptionRule, b: EncryptionRule): boolean {
  const text = (rule: EncryptionRule) =>
    JSON.stringify([Object.entries(selectorOf(rule)), rule.macOnlyEncrypted ?? false]);
  return text(a) === text(b);
}

function areSame(a: readonly Mapping[], b: readonly Mapping[]): boolean {
  return isSame({ kind: 'list', items: a }, { kind: 'list', items: b });
}
