import { wrapDataKey } from '../age/data-key';
import type { Recipient } from '../age/identity';
import { SopsError } from './error';
import type { KeyGroup, Metadata, WrappedKey } from './metadata';
import type { Randomness } from './seal-documents';
import { splitSecret } from './shamir';

/** For whom a file is: one group, each of whose members opens it, or several that must come together. */
export interface Readers {
  readonly groups: readonly (readonly Recipient[])[];
  /** Groups that are needed. @default all of them */
  readonly threshold?: number;
}

/**
 * The data key for each reader. Whoever had it before keeps it byte by byte; with several groups every share is new where
 * anything changed.
 *
 * @throws SopsError for a file without readers, for an impossible threshold, and for keys that only sops itself can write
 * @throws RecipientError for a reader that is no public key of age
 */
export async function wrapFor(
  readers: Readers,
  dataKey: Uint8Array,
  random: Randomness,
  previous?: Metadata,
): Promise<Pick<Metadata, 'groups' | 'threshold'>> {
  if (previous !== undefined && areSameReaders(previous, readers)) {
    const { groups, threshold } = previous;
    return { groups, threshold };
  }
  const groups = readers.groups.map((group) => [...new Set(group)]);
  if (groups.length === 0 || groups.some((group) => group.length === 0))
    throw new SopsError('bad-rule', 'no recipient to encrypt for', 'name an age public key in each key group');
  if (groups.length === 1) {
    const [only = []] = groups;
    const known = previous?.groups.length === 1 ? (previous.groups[0]?.age ?? []) : [];
    return { groups: [await wrapGroup(only, dataKey, known)], threshold: 0 };
  }
  const threshold = readers.threshold ?? groups.length;
  if (threshold < 2 || threshold > groups.length)
    throw new SopsError(
      'bad-rule',
      `a threshold of ${String(threshold)}`,
      `give 2 to ${String(groups.length)}, its key groups`,
    );
  const shares = splitSecret(dataKey, groups.length, threshold, random);
  const wrapped: KeyGroup[] = [];
  for (const [i, group] of groups.entries()) wrapped.push(await wrapGroup(group, shares[i] ?? dataKey, []));
  return { groups: wrapped, threshold };
}

async function wrapGroup(
  group: readonly Recipient[],
  key: Uint8Array,
  known: readonly WrappedKey[],
): Promise<KeyGroup> {
  const age: WrappedKey[] = [];
  for (const recipient of group) {
    const { enc } = known.find((one) => one.recipient === recipient) ?? { enc: await wrapDataKey(key, recipient) };
    age.push({ enc, recipient });
  }
  return { age, others: [] };
}

/** Whether a file is for exactly these readers, in whatever order. Groups are compared in theirs, as SOPS does. */
export function areSameReaders({ groups, threshold }: Metadata, readers: Readers): boolean {
  if (groups.some(({ others }) => others.length > 0))
    throw new SopsError('unsupported', 'a file for other keys than age', 'write it with sops itself', 'sops');
  const wanted = readers.groups.map((group) => [...new Set(group)].sort());
  const present = groups.map(({ age }) => age.map(({ recipient }) => recipient).sort());
  const needed = wanted.length > 1 ? (readers.threshold ?? wanted.length) : threshold;
  return JSON.stringify(wanted) === JSON.stringify(present) && needed === threshold;
}
