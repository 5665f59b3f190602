export interface TextHunk {
  /** `line 4` or `lines 4-6`, counted in the newer text, or in the older one where nothing is left of it. */
  readonly place: string;
  /** The lines before, without what both texts begin and end with; absent where lines were only added. */
  readonly before?: string;
  readonly after?: string;
}

/** The one stretch of lines from the first to the last difference of two texts that differ. */
export function textHunk(before: string, after: string): TextHunk {
  const a = before.split('\n');
  const b = after.split('\n');
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const removed = a.slice(start, a.length - end);
  const added = b.slice(start, b.length - end);
  const count = Math.max(added.length === 0 ? removed.length : added.length, 1);
  return {
    place: count === 1 ? `line ${String(start + 1)}` : `lines ${String(start + 1)}-${String(start + count)}`,
    ...(removed.length > 0 && { before: removed.join('\n') }),
    ...(added.length > 0 && { after: added.join('\n') }),
  };
}
