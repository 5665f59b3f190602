import type { DiscoveredKeys } from '../age/discover';
import { openFile, readEncrypted, type OpenFile } from './decrypt';
import { unlock } from './unlock';
import { writeYaml } from './write-yaml';

/**
 * Decrypts an encrypted YAML text and verifies its MAC.
 *
 * @throws SopsError for a file that is not encrypted, for other keys, and for anything that was altered
 */
export function decryptYaml(text: string, keys: DiscoveredKeys): Promise<OpenFile> {
  return decryptWith(text, () => keys);
}

/** The private keys that there are for a file of these public keys. */
export type KeysFor = (recipients: readonly string[]) => DiscoveredKeys;

/**
 * Decrypts an encrypted YAML text with the keys that are found for its readers, and verifies its MAC.
 *
 * @throws SopsError as `decryptYaml`; whatever `keysFor` throws
 */
export async function decryptWith(text: string, keysFor: KeysFor): Promise<OpenFile> {
  const file = readEncrypted(text);
  const { identities, looked } = keysFor(recipientsOf(file));
  return openFile(file, await unlock(file.metadata, identities, looked));
}

/** The plain text of an open file, in the layout of `sops decrypt`. */
export function plainText({ plain }: OpenFile, indent?: number): string {
  return writeYaml(plain, indent);
}

/** The public keys that a file is for. */
export function recipientsOf({ metadata }: Pick<OpenFile, 'metadata'>): readonly string[] {
  return metadata.groups.flatMap(({ age }) => age.map(({ recipient }) => recipient));
}
