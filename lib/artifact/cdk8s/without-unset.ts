/** Plain data without its `undefined` members; the value itself, uncopied, where it has none. */
export function withoutUnset<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const members: unknown[] = value.map(withoutUnset);
    return members.every((member, i) => member === value[i]) ? value : (members as T);
  }
  let changed = false;
  const entries: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    const kept: unknown = withoutUnset(member);
    changed ||= kept !== member || member === undefined;
    if (member !== undefined) entries.push([key, kept]);
  }
  return changed ? (Object.fromEntries(entries) as T) : value;
}
