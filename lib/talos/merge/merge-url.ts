/** Scheme, user, host, path, query and fragment of a URL. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

/** A URL made of the parts of both: those that the second one has, and the rest of the first. */
export function mergeUrls(left: string, right: string): string {
  const a = PARTS.exec(left)?.slice(1) ?? [];
  const b = PARTS.exec(right)?.slice(1) ?? [];
  const [scheme, user, host, path, query, fragment] = Array.from({ length: 6 }, (_, i) => partOf(b[i], a[i]));
  const authority = host === '' && user === '' ? '' : `//${user ? `${user}@` : ''}${host ?? ''}`;
  return [scheme && `${scheme}:`, authority, path, query && `?${query}`, fragment && `#${fragment}`].join('');
}

/** An empty part is no part. */
function partOf(right: string | undefined, left: string | undefined): string {
  return right === undefined || right === '' ? (left ?? '') : right;
}
