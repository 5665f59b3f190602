import { tryDecodeBase64 } from './base64';
import type { EtcdEncryption, SecretsBundle } from './bundle';
import { BundleError, type BundleProblem } from './bundle-error';
import { readAuthority, readServiceAccountKey } from './check-certificate';
import { readFields, type Field, type Fields } from './read-fields';
import { TOKEN } from './token';

/**
 * An existing bundle: the `secrets.yaml` of talosctl or talhelper, or the JSON form of the same. Stricter than Talos,
 * which finds most mistakes only when a machine boots: every field is checked, and that certificates and keys belong
 * together.
 *
 * @throws BundleError with all problems; fields are named, values never
 */
export function parseBundle(text: string): SecretsBundle {
  const problems: BundleProblem[] = [];
  const fields = readFields(text, problems);
  const bundle: SecretsBundle = {
    cluster: {
      id: matching(fields, 'cluster.id', ID, problems),
      secret: key(fields, 'cluster.secret', [32], problems),
    },
    secrets: {
      bootstrapToken: matching(fields, 'secrets.bootstraptoken', TOKEN_RULE, problems),
      encryption: encryptionOf(fields, problems),
    },
    trustdInfo: { token: matching(fields, 'trustdinfo.token', TOKEN_RULE, problems) },
    certs: {
      etcd: readAuthority(fields, 'certs.etcd', problems),
      k8s: readAuthority(fields, 'certs.k8s', problems),
      k8sAggregator: readAuthority(fields, 'certs.k8saggregator', problems),
      k8sServiceAccount: { key: readServiceAccountKey(fields, problems) },
      os: readAuthority(fields, 'certs.os', problems),
    },
  };
  if (problems.length > 0) throw new BundleError(problems);
  return bundle;
}

interface Rule {
  readonly pattern: RegExp;
  readonly what: string;
}

const TOKEN_RULE: Rule = { pattern: TOKEN, what: 'not a token of the form [0-9a-z]{6}.[0-9a-z]{16}' };

/** Talos never decodes the id, so that old ones of any alphabet stay good. */
const ID: Rule = { pattern: /^[!-~]+$/, what: 'not one line of printable characters without spaces' };

const RESTORE = 'take the field over from the original secrets.yaml';

function matching(fields: Fields, path: Field, { pattern, what }: Rule, problems: BundleProblem[]): string {
  const value = fields.get(path);
  if (value === undefined) problems.push({ path, what: 'missing', fix: RESTORE });
  else if (!pattern.test(value)) problems.push({ path, what, fix: RESTORE });
  return value ?? '';
}

/** Base64 of a key that has one of these sizes, in bytes. */
function key(fields: Fields, path: Field, sizes: readonly number[], problems: BundleProblem[]): string {
  const value = fields.get(path);
  const size = value === undefined ? undefined : tryDecodeBase64(value)?.length;
  if (value === undefined) problems.push({ path, what: 'missing', fix: RESTORE });
  else if (size === undefined || !sizes.includes(size)) {
    problems.push({ path, what: `not the Base64 of ${sizes.join(', ')} bytes`, fix: RESTORE });
  }
  return value ?? '';
}

function encryptionOf(fields: Fields, problems: BundleProblem[]): EtcdEncryption {
  const secretbox = 'secrets.secretboxencryptionsecret';
  const aescbc = 'secrets.aescbcencryptionsecret';
  if (fields.has(secretbox) && fields.has(aescbc)) {
    problems.push({
      path: 'secrets',
      what: `both ${secretbox} and ${aescbc} are there`,
      fix: 'keep the one that etcd is encrypted with',
    });
  }
  return fields.has(aescbc)
    ? { provider: 'aescbc', secret: key(fields, aescbc, [16, 24, 32], problems) }
    : { provider: 'secretbox', secret: key(fields, secretbox, [32], problems) };
}
