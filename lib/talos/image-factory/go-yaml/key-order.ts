/**
 * The order in which go-yaml writes the keys of a map: numbers inside keys by their value, letters after everything else.
 * Source: go-yaml v4, `keyList` of the representer.
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return comesFirst(Array.from(a), Array.from(b)) ? -1 : 1;
}

function comesFirst(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  let afterDigit = false;
  for (let i = 0; i < length; i++) {
    const one = a[i] ?? '';
    const other = b[i] ?? '';
    if (one === other) {
      afterDigit = isDigit(one);
      continue;
    }
    const oneIsLetter = isLetter(one);
    const otherIsLetter = isLetter(other);
    if (oneIsLetter && otherIsLetter) return code(one) < code(other);
    // a letter behind a digit ends a number, which is then the shorter one
    if (oneIsLetter || otherIsLetter) return afterDigit ? oneIsLetter : otherIsLetter;
    return isSmaller(a, b, i);
  }
  return a.length < b.length;
}

/** Compares the numbers that begin where two keys part. */
function isSmaller(a: readonly string[], b: readonly string[], at: number): boolean {
  const one = a[at] ?? '';
  const other = b[at] ?? '';
  // a zero behind other digits counts, a leading one does not
  const lead = one === '0' || other === '0' ? leadingDigit(a, at) : 0n;
  const ours = numberAt(a, at, lead);
  const theirs = numberAt(b, at, lead);
  if (ours.value !== theirs.value) return ours.value < theirs.value;
  if (ours.end !== theirs.end) return ours.end < theirs.end;
  return code(one) < code(other);
}

function leadingDigit(key: readonly string[], at: number): bigint {
  for (let i = at - 1; i >= 0 && isDigit(key[i] ?? ''); i--) if (key[i] !== '0') return 1n;
  return 0n;
}

function numberAt(
  key: readonly string[],
  start: number,
  lead: bigint,
): { readonly value: bigint; readonly end: number } {
  let value = lead;
  let end = start;
  for (; end < key.length && isDigit(key[end] ?? ''); end++) {
    // Go's integers wrap around
    value = BigInt.asIntN(64, value * 10n + BigInt(code(key[end] ?? '') - code('0')));
  }
  return { value, end };
}

function isDigit(char: string): boolean {
  return /^\p{Nd}$/u.test(char);
}

function isLetter(char: string): boolean {
  return /^\p{L}$/u.test(char);
}

function code(char: string): number {
  return char.codePointAt(0) ?? 0;
}
