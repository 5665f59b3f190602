import { bech32 } from '@scure/base';
import { nearest } from '../nearest';
import type { Problem } from '../problem';
import { rule } from './rule';

/** An X25519 recipient of age: bech32 with prefix `age` over 32 bytes. Source: age-encryption.org/v1. */
function isAgeRecipient(text: string): boolean {
  try {
    const { prefix, bytes } = bech32.decodeToBytes(text);
    return prefix === 'age' && bytes.length === 32;
  } catch {
    return false;
  }
}

export const recipients = [
  rule(['recipients'], ({ recipients: known }) =>
    Object.entries(known).flatMap(([name, key]): Problem[] => {
      const path = `recipients.${name}`;
      if (key.startsWith('AGE-SECRET-KEY-'))
        return [
          {
            path,
            what: 'a private age key stands in the definition',
            fix: 'treat the key as leaked, make a new one, and write its public half (age1…) here',
          },
        ];
      return isAgeRecipient(key)
        ? []
        : [
            {
              path,
              what: 'not an age recipient',
              got: key,
              allowed: 'a public key such as age1…',
              fix: 'copy the line that age-keygen prints as the public key',
            },
          ];
    }),
  ),
  rule(['recipients', 'gitops'], ({ recipients: known, gitops: { secrets } }) => {
    const names = Object.keys(known);
    const problems: Problem[] = secrets.recipients
      .filter((name) => !(name in known))
      .map((name) => ({
        path: 'gitops.secrets.recipients',
        what: 'unknown recipient',
        got: name,
        allowed: names.length > 0 ? names.join(', ') : 'a name of recipients',
        fix: names.length > 0 ? `did you mean ${nearest(name, names)}?` : 'add it to recipients',
      }));
    if (secrets.recipients.length === 0)
      problems.push({
        path: 'gitops.secrets.recipients',
        what: 'no age recipient, so nobody could decrypt the secrets',
        got: [],
        allowed: 'at least one name of recipients',
        fix: 'name one',
      });
    const unused = names.filter((name) => !secrets.recipients.includes(name));
    return [
      ...problems,
      ...unused.map((name) => ({
        path: `recipients.${name}`,
        what: 'the recipient is used by nothing',
        got: known[name],
        fix: 'name it in gitops.secrets.recipients, or remove it',
      })),
    ];
  }),
];
