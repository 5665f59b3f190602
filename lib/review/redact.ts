import { isPlainObject } from './plain-object';

/** What stands for a value that is encrypted; the ciphertext itself tells nothing. */
export const ENCRYPTED = '«encrypted»';
/** What stands for a value that looks like a secret in plain text. */
export const HIDDEN = '«hidden»';

/** SOPS values and age files. */
const CIPHERTEXT = /^ENC\[|ENC\[AES256_GCM,|-----BEGIN AGE ENCRYPTED FILE-----/;
/** Secrets that show by themselves: private keys, age identities, JSON Web Tokens, tokens of the large forges and clouds. */
const PLAINTEXT =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|AGE-SECRET-KEY-|\beyJ[\w-]{10,}\.[\w-]{10,}\.|\bgh[pousr]_\w{30,}|\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\bAKIA[A-Z0-9]{16}\b/;
/** Keys whose strings are secrets; `passwordSecretName` and the like point to one and end otherwise. */
const SECRET_KEY =
  /(?:^|[a-z0-9_.-])(?:password|passwd|passphrase|token|secret|(?:private|secret|access|api|encryption|signing|auth)[-_]?key|credentials?)$/i;
/** An assignment in a text that is neither YAML nor JSON, e.g. a line of an environment file. */
const ASSIGNMENT =
  /(?:password|passwd|passphrase|token|secret|(?:private|secret|access|api|encryption)[-_]?key)["']?\s*[:=]\s*["']?[^\s"'${<]/i;
/** A whole value that names another place: Terraform, Flux, shell, Helm. */
const REFERENCE = /^(?:\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\})$/;
const BASE64 = /^[A-Za-z0-9+/\s]{40,}={0,2}\s*$/;

/** Where a value stands, as far as it tells whether the value is a secret. */
export interface Surroundings {
  /** The nearest key above the value. */
  readonly key: string;
  /** Whether it stands in the data of a Secret. */
  readonly secret: boolean;
}

/** A value as it may be shown: secrets and ciphertexts are replaced, however deep they stand. */
export function redact(value: unknown, { key, secret }: Surroundings): unknown {
  if (typeof value === 'string') return redactString(value, key, secret);
  if (Array.isArray(value)) return value.map((item) => redact(item, { key, secret }));
  if (!isPlainObject(value)) return secret && value !== null ? HIDDEN : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      redact(member, { key: name, secret: secret || isSecretData(value, name) }),
    ]),
  );
}

/** Whether a member of an object is the data of a Kubernetes Secret. */
export function isSecretData(object: unknown, key: string): boolean {
  return isPlainObject(object) && object.kind === 'Secret' && (key === 'data' || key === 'stringData');
}

function redactString(text: string, key: string, secret: boolean): string {
  if (CIPHERTEXT.test(text)) return ENCRYPTED;
  if (text === '' || REFERENCE.test(text)) return text;
  return secret || SECRET_KEY.test(key) || isPlaintextSecret(text) ? HIDDEN : text;
}

function isPlaintextSecret(text: string): boolean {
  if (PLAINTEXT.test(text) || ASSIGNMENT.test(text)) return true;
  return BASE64.test(text) && PLAINTEXT.test(Buffer.from(text, 'base64').toString('latin1'));
}
