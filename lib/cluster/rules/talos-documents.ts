import { allScopes, placedDocuments } from '../ports/talos-documents';
import { nearest } from '../nearest';
import type { Problem } from '../problem';
import { rule } from './rule';

const ROOT = 'system.documents';

/** Fields of Talos's configuration whose values are secrets wherever they stand. Source: Talos `config/types`. */
const secretFields = [
  'aescbcEncryptionSecret',
  'apiToken',
  'clusterSecret',
  'identityToken',
  'passphrase',
  'password',
  'presharedKey',
  'privateKey',
  'secretboxEncryptionSecret',
];

/** The same where the name alone does not tell. */
const secretPaths = [
  /^(machine|cluster)\.token$/,
  /^cluster\.secret$/,
  /^auth$/,
  /^machine\.registries\.config\..*\.auth\.auth$/,
  /^uniqueToken$/,
];

/** PEM, also in Base64, and age keys. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|AGE-SECRET-KEY-1/;

/** A member of a document, at its dotted path. */
interface Member {
  readonly path: string;
  readonly value: unknown;
}

export const talosDocuments = [
  rule(['system', 'pools'], ({ system: { documents }, pools }) => [
    ...unknownNames('pool', documents.pools, pools),
    ...unknownNames(
      'machine',
      documents.machines,
      pools.flatMap((pool) => pool.machines),
    ),
  ]),
  rule(['system'], ({ system: { documents } }) =>
    placedDocuments(allScopes(documents)).flatMap(({ path, document }) =>
      documentProblems(`${ROOT}.${path}`, document),
    ),
  ),
];

function unknownNames(
  what: 'pool' | 'machine',
  named: Readonly<Record<string, unknown>>,
  known: readonly { readonly name: string }[],
): Problem[] {
  const names = known.map(({ name }) => name);
  return Object.keys(named)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: `${ROOT}.${what}s.${name}`,
      what: `no such ${what}`,
      got: name,
      allowed: names.length > 0 ? names.join(', ') : `a ${what} that the definition lists`,
      fix: names.length > 0 ? `did you mean ${nearest(name, names)}?` : 'use pools, or all',
    }));
}

function documentProblems(path: string, document: unknown): Problem[] {
  if (!isPlainObject(document))
    return [
      {
        path,
        what: 'not a document',
        got: document,
        allowed: 'an object, or a list of objects',
        fix: 'use a constructor',
      },
    ];
  return members(document, '').flatMap((member): Problem[] => {
    const at = `${path}.${member.path}`;
    if (!isJson(member.value))
      return [{ path: at, what: 'not plain data', fix: 'write text, numbers, lists and objects' }];
    // the value is never shown
    return isSecret(member)
      ? [
          {
            path: at,
            what: 'a secret in plain text',
            fix: 'take it out of the definition, which Git keeps; treat it as leaked where it was committed',
          },
        ]
      : [];
  });
}

function isSecret({ path, value }: Member): boolean {
  if (typeof value !== 'string' || value === '') return false;
  const named = secretFields.includes(path.split('.').at(-1) ?? '') || secretPaths.some((form) => form.test(path));
  return named || PRIVATE_KEY.test(value) || PRIVATE_KEY.test(Buffer.from(value, 'base64').toString('latin1'));
}

/** Every leaf, by its path; texts that maps have as keys are part of it. */
function members(value: unknown, path: string): Member[] {
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index), item as unknown] as const)
    : isPlainObject(value)
      ? Object.entries(value)
      : [];
  const isTree = Array.isArray(value) || isPlainObject(value);
  return isTree
    ? entries.flatMap(([key, member]) => members(member, path === '' ? key : `${path}.${key}`))
    : [{ path, value }];
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || ['string', 'boolean', 'undefined'].includes(typeof value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
