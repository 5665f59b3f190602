/** A value as SOPS encrypts it. */
const ENCRYPTED = /^ENC\[AES256_GCM,data:.*,iv:.*,tag:.*,type:\w+\]$/s;

/** A value that is filled in elsewhere: `${NAME}` of Flux or clusterctl, `{{ … }}` of Helm or a secret operator. */
const REFERENCE = /^(?:\$\{\w+\}|\{\{[^}]*\}\})$/;

/** Whether a member of a Secret gives something away; nothing and a bare reference do not. */
export function isPlaintext(value: unknown, sealed: boolean): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (typeof value !== 'string') return true;
  if (ENCRYPTED.test(value)) return !sealed;
  return !REFERENCE.test(value.trim());
}
