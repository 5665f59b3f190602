import type { Problem } from '../../../cluster';
import { eachWrong, type Place } from '../place';

/** How a key is made; one of them at least. */
const ways = ['static', 'nodeID', 'kms', 'tpm'];

/** Encryption of a volume: its keys, each in a slot of its own. Source: Talos `config/types/block/encryption.go`. */
export function encryption(place: Place): readonly Problem[] {
  const [provider, keys] = [place.at('provider'), place.at('keys')];
  if (!isEncrypted(place)) return [];
  const registers = keys.items.flatMap((key) => key.at('tpm.options.pcrs').items);
  return [
    ...eachWrong([provider], ({ text }) => text.toLowerCase() === 'luks2', 'no way to encrypt', 'use luks2', 'luks2'),
    ...encryptionKeys(keys),
    ...eachWrong(
      registers,
      ({ number }) => number >= 0 && number <= 23,
      'no register of a TPM',
      'correct it',
      '0 to 23',
    ),
  ];
}

/** The keys of a volume, in a document of its own as well as in the main one. */
export function encryptionKeys(keys: Place): readonly Problem[] {
  const slots = keys.items.map((key) => key.at('slot').number);
  return [
    ...(keys.isSet ? [] : [keys.problem('encryption without a key', 'give it one')]),
    ...keys.items
      .filter((_, index) => slots.indexOf(slots[index] ?? 0) !== index)
      .map((key) => key.at('slot').wrong('a slot that another key has', 'number the keys')),
    ...keys.items
      .filter((key) => ways.every((way) => !key.at(way).isThere))
      .map((key) => key.problem('a key that is made in no way', 'set one of them', ways.join(', '))),
  ];
}

/** Whether a volume is to be encrypted. */
export function isEncrypted(place: Place): boolean {
  return place.at('keys').isSet || !['', 'none'].includes(place.at('provider').text.toLowerCase());
}
