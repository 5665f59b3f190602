import { unwrapDataKey } from '../age/data-key';
import type { Identity } from '../age/identity';
import { DATA_KEY_SIZE } from './cipher';
import { SopsError } from './error';
import type { KeyGroup, Metadata } from './metadata';
import { combineShares } from './shamir';

/**
 * The data key of a file.
 *
 * @param looked where the private keys were looked for, one line for each place, for the message
 * @throws SopsError where the private keys open too few of its key groups
 */
export async function unlock(
  metadata: Metadata,
  identities: readonly Identity[],
  looked: readonly string[] = [],
): Promise<Uint8Array> {
  const { groups, threshold } = metadata;
  const shares: Uint8Array[] = [];
  for (const group of groups) {
    const share = await openGroup(group, identities);
    if (share !== undefined) shares.push(share);
  }
  const needed = groups.length > 1 ? threshold : 1;
  if (shares.length < needed) throw wrongKey(metadata, identities.length, shares.length, needed, looked);
  const [first = new Uint8Array()] = shares;
  const dataKey = groups.length > 1 ? combineShares(shares) : first;
  if (dataKey.length !== DATA_KEY_SIZE)
    throw new SopsError('bad-metadata', `data key of ${String(dataKey.length)} bytes`, 'restore the file', 'sops');
  return dataKey;
}

async function openGroup({ age }: KeyGroup, identities: readonly Identity[]): Promise<Uint8Array | undefined> {
  for (const { enc } of age) {
    const share = await unwrapDataKey(enc, identities);
    if (share !== undefined) return share;
  }
  return undefined;
}

function wrongKey(
  { groups }: Metadata,
  keys: number,
  opened: number,
  needed: number,
  looked: readonly string[],
): SopsError {
  const recipients = groups.flatMap(({ age }) => age.map(({ recipient }) => recipient));
  const others = new Set(groups.flatMap((group) => group.others));
  const owners = [...recipients, ...[...others].map((name) => `${name} keys, which only sops itself can use`)].join(
    ', ',
  );
  const groupsOpened = groups.length > 1 ? `, ${String(opened)} of the ${String(needed)} key groups needed` : '';
  const what = keys === 0 ? 'no private key found' : `none of ${String(keys)} private keys fits${groupsOpened}`;
  const places = looked.length === 0 ? '' : `; looked at ${looked.join('; ')}`;
  return new SopsError('wrong-key', `${what}, the file is for ${owners}`, `give the age key of one of them${places}`);
}
