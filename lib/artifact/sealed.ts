/** Whether SOPS sealed a document: a MAC under the key `sops` vouches for its values. */
export function isSealed(document: unknown): document is Readonly<Record<string, unknown>> {
  return isRecord(document) && isRecord(document.sops) && typeof document.sops.mac === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
