/** Whether a text is Base64 with its padding; line breaks are passed over. Source: Go `base64.StdEncoding`. */
export function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}

/** Whether a text is Base64 of so many bytes. */
export function isBase64Of(text: string, bytes: number): boolean {
  return isBase64(text) && Buffer.from(text, 'base64').length === bytes;
}
