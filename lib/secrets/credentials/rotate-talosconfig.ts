import { isScalar, type Document } from 'yaml';
import { encodePem } from '../bundle/base64';
import type { CertificateAndKey } from '../pki/certificate-and-key';
import type { Issuance } from '../pki/issuance';
import { tryReadCertificate } from '../pki/read-certificate';
import { parseTalosconfig, type TalosClient, type Talosconfig } from './read-talosconfig';
import { issueTalosClient, type TalosClientOptions } from './talos-client';

export interface RotationOptions extends TalosClientOptions {
  /** Roles of the new certificate. @default - those of the old one */
  readonly roles?: readonly string[] | undefined;
  /** Context whose certificate is replaced. @default - the current one */
  readonly context?: string | undefined;
}

/**
 * The talosconfig with a new client certificate and key from the same authority in one context; every other byte stays,
 * comments and other contexts included. The old certificate stays valid until it expires: Talos has no revocation.
 *
 * @throws Error for a context that is not there, has no client certificate, or trusts another authority
 */
export function rotateTalosconfig(
  text: string,
  authority: CertificateAndKey,
  options: RotationOptions,
  issuance: Issuance,
): string {
  const { talosconfig, document } = parseTalosconfig(text);
  const name = options.context ?? talosconfig.context;
  const old = clientOf(talosconfig, name, authority);
  const roles = options.roles ?? old.roles;
  const { crt, key } = issueTalosClient(authority, { ...options, roles }, issuance);
  const splices = [
    { at: rangeOf(document, name, 'crt', text), by: encodePem(crt) },
    { at: rangeOf(document, name, 'key', text), by: encodePem(key) },
  ];
  // from the end, so that the earlier range still fits
  splices.sort((a, b) => b.at[0] - a.at[0]);
  return splices.reduce((result, { at: [start, end], by }) => result.slice(0, start) + by + result.slice(end), text);
}

/** The client that the context has now, after a check that its cluster is the authority's. */
function clientOf({ contexts }: Talosconfig, name: string, authority: CertificateAndKey): TalosClient {
  const context = contexts.find((candidate) => candidate.name === name);
  if (context === undefined) {
    const names = contexts.map((candidate) => candidate.name).join(', ');
    throw new Error(`talosconfig has no such context, got ${JSON.stringify(name)}; choose from ${names}`);
  }
  if (context.client === undefined) {
    throw new Error(`context has no client certificate, got ${JSON.stringify(name)}; log in as its cluster asks for`);
  }
  const fingerprint = tryReadCertificate(authority.crt)?.fingerprint;
  if (fingerprint === undefined || !context.authorities.includes(fingerprint)) {
    throw new Error(
      `context trusts another authority, got ${JSON.stringify(name)}; use the secrets bundle of its cluster`,
    );
  }
  return context.client;
}

type Range = readonly [start: number, end: number];

/** Where the value stands in the text. */
function rangeOf(document: Document, context: string, key: string, text: string): Range {
  const node = document.getIn(['contexts', context, key], true);
  const [start, end] = (isScalar(node) ? node.range : undefined) ?? [0, 0];
  if (end > start && !text.slice(start, end).includes('\n')) return [start, end];
  throw new Error(`${key} of the context is not a text on one line, got another form; write it as talosctl does`);
}
