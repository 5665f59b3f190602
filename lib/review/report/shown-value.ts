/** Longest value on a line of a report, in characters. */
const LONGEST = 80;

/** A plain word needs no quotes; what could be read as another type, or has spaces, does. */
const WORD = /^[\p{L}/«][\p{L}\p{N}\p{P}$+<=>^`|~]*$/u;
const OTHER_TYPE = /^(?:true|false|null)$/;

/** A value on one line: strings bare where they cannot be mistaken for another type, all else as JSON, cut to a line. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return cut(isBare(value) ? value : JSON.stringify(value));
  return cut(JSON.stringify(value));
}

function isBare(text: string): boolean {
  // versions, addresses and durations begin with a digit and are no numbers
  const word = WORD.test(text) || (/^\d[\w.:/-]*$/.test(text) && Number.isNaN(Number(text)));
  return word && !OTHER_TYPE.test(text);
}

function cut(text: string): string {
  // never between the halves of one character
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
