/** Path of a member: dotted where the key is a word, in brackets and quotes where it holds dots or the like. */
export function memberPath(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' || path.endsWith(EMBEDDED) ? `${path}${key}` : `${path}.${key}`;
}

/** Path of a list's item by its position. */
export function indexPath(path: string, index: number): string {
  return `${path}[${String(index)}]`;
}

/** Path of a list's item by the member that names it: `containers[name=app]`. */
export function namedPath(path: string, key: string, name: string | number): string {
  const text = typeof name === 'string' && /^[\w./:@+-]+$/.test(name) ? name : JSON.stringify(name);
  return `${path}[${key}=${text}]`;
}

/** Stands between the path of a string and the path inside the YAML, JSON or lines that it holds. */
export const EMBEDDED = '»';

export function embeddedPath(path: string, inside = ''): string {
  return `${path}${EMBEDDED}${inside}`;
}
