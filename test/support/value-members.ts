/** One member of a piece of data, at any depth. */
export interface ValueMember {
  /** Keys from the root, joined by dots. */
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** Every member of a piece of data, with its path. */
export function membersOf(data: unknown, path = ''): readonly ValueMember[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [{ path: here, key, value: value as unknown }, ...membersOf(value, here)];
  });
}

const secretKey = /(?:^|[a-z_-])(?:password|passphrase|token|apikey|secretkey|accesskey|clientsecret)$/i;

/** Paths of texts that stand under the name of a secret. */
export function secretLikeMembers(data: unknown): readonly string[] {
  return membersOf(data).flatMap(({ path, key, value }) =>
    secretKey.test(key) && typeof value === 'string' && value !== '' ? [path] : [],
  );
}
