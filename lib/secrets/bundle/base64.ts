/** The bytes of a text in the standard Base64 alphabet with padding; line breaks are passed over, as Go does. */
export function tryDecodeBase64(text: string): Buffer | undefined {
  const joined = text.replaceAll(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(joined)) return undefined;
  return Buffer.from(joined, 'base64');
}
