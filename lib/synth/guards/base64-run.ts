/** Long enough for base64 of a key: wrapped lines have 64 or 76 characters. */
const RUN = 60;
const HEX = /^[0-9a-f]+$/;

const ALPHABET = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') ALPHABET[char.charCodeAt(0)] = 1;

/**
 * Whether a text holds a run that may be base64 of a key; digests, which are hexadecimal, are none. A run of 60 covers
 * one in 60 characters, so that only those are looked at: every byte of a tree goes through here.
 */
export function hasBase64Run(text: string): boolean {
  for (let i = RUN - 1; i < text.length; i += RUN) {
    if (!isBase64(text, i)) continue;
    let start = i;
    while (i - start < RUN && isBase64(text, start - 1)) start--;
    let end = i + 1;
    while (end - i < RUN && isBase64(text, end)) end++;
    if (end - start >= RUN && !HEX.test(text.slice(start, end))) return true;
  }
  return false;
}

function isBase64(text: string, index: number): boolean {
  return ALPHABET[text.charCodeAt(index)] === 1;
}
