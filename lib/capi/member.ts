/** What stands at a path of members inside plain data; undefined where it does not lead anywhere. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && !Array.isArray(at) ? (at as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** The text at a path; undefined where there is another value, or none. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const member = memberAt(value, ...path);
  return typeof member === 'string' ? member : undefined;
}

/** The number at a path; undefined where there is another value, or none. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const member = memberAt(value, ...path);
  return typeof member === 'number' ? member : undefined;
}

/** The items of the list at a path; none where there is no list. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const member = memberAt(value, ...path);
  return Array.isArray(member) ? member : [];
}
