const STANDARD = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of a text in the standard Base64 alphabet with padding; line breaks are passed over, as Go does. */
export function tryDecodeBase64(text: string): Buffer | undefined {
  const joined = text.replaceAll(/[\r\n]/g, '');
  return STANDARD.test(joined) ? Buffer.from(joined, 'base64') : undefined;
}

/** PEM as the files of Talos carry it. */
export function encodePem(pem: string): string {
  return Buffer.from(pem, 'latin1').toString('base64');
}

/** The PEM behind Base64; PEM is ASCII, so other bytes are none. */
export function tryDecodePem(text: string): string | undefined {
  const bytes = tryDecodeBase64(text);
  return bytes?.every((byte) => byte < 0x80) ? bytes.toString('latin1') : undefined;
}
