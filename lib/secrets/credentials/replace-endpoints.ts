import type { CertificateAndKey } from '../pki/certificate-and-key';
import { tryReadCertificate } from '../pki/read-certificate';
import { parseTalosconfig } from './read-talosconfig';

/**
 * The talosconfig with other endpoints in the context of a cluster; its credentials stay. Nothing where the text has no
 * credentials for that cluster: another context, or another authority.
 *
 * @throws Error for a text that is no talosconfig
 */
export function replaceEndpoints(
  text: string,
  context: string,
  authority: CertificateAndKey,
  endpoints: readonly string[],
): string | undefined {
  const { talosconfig, document } = parseTalosconfig(text);
  const found = talosconfig.contexts.find(({ name }) => name === context);
  const fingerprint = tryReadCertificate(authority.crt)?.fingerprint;
  if (found?.client === undefined || fingerprint === undefined || !found.authorities.includes(fingerprint)) {
    return undefined;
  }
  document.setIn(['contexts', context, 'endpoints'], document.createNode([...endpoints]));
  return document.toString({ lineWidth: 0, indent: 4 });
}
