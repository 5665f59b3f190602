import type { SealedFiles } from './sealed-files';

/** A client of the Talos API, in the provider's spelling; Base64 of PEM each, as a talosconfig has them. */
export interface TalosClientConfiguration {
  readonly caCertificate: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** The client that the cluster's encrypted talosconfig holds: an administrator, until its certificate is rotated. */
export function clientOf(files: SealedFiles, talosconfig: string, cluster: string): TalosClientConfiguration {
  const text = files.textOf(talosconfig, 'talosconfig');
  const member = (name: string) => `\${yamldecode(${text}).contexts["${cluster}"].${name}}`;
  return { caCertificate: member('ca'), clientCertificate: member('crt'), clientKey: member('key') };
}
