import type { Document } from 'yaml';
import { tryDecodePem } from '../bundle/base64';
import { isMapping, readSecretYaml, type Mapping } from '../bundle/read-yaml';
import { readCertificates, tryReadCertificate, type CertificateFacts } from '../pki/read-certificate';

/** One context of a talosconfig, without its key. */
export interface TalosContext {
  readonly name: string;
  readonly endpoints: readonly string[];
  readonly nodes: readonly string[];
  /** The client certificate; absent where another way to log in is configured. */
  readonly client?: TalosClient | undefined;
  /** SHA-256 fingerprints of the authorities that it trusts. */
  readonly authorities: readonly string[];
}

/** What a client certificate grants, and until when. */
export interface TalosClient {
  readonly roles: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface Talosconfig {
  /** Context that is used unless told otherwise. */
  readonly context: string;
  /** In the order of the file. */
  readonly contexts: readonly TalosContext[];
}

/**
 * The contexts of a talosconfig: who may do what with which cluster, and until when.
 *
 * @throws Error for a text that is no talosconfig; values are never shown
 */
export function readTalosconfig(text: string): Talosconfig {
  return parseTalosconfig(text).talosconfig;
}

/** The same, with the document, for those who change it. */
export function parseTalosconfig(text: string): { readonly talosconfig: Talosconfig; readonly document: Document } {
  const reading = readSecretYaml(text);
  if (reading.mistake !== undefined) throw notTalosconfig(reading.mistake);
  const { document, value } = reading;
  if (!isMapping(value) || !isMapping(value.contexts)) throw notTalosconfig('no mapping of contexts');
  const contexts = Object.entries(value.contexts).map(([name, context]) => {
    if (!isMapping(context)) throw notTalosconfig('a context is no mapping');
    return contextOf(name, context);
  });
  return { talosconfig: { context: textOf(value.context), contexts }, document };
}

function contextOf(name: string, context: Mapping): TalosContext {
  const crt = textOf(context.crt);
  const client = tryReadCertificate(tryDecodePem(crt) ?? '');
  if (crt !== '' && client === undefined) throw notTalosconfig('crt of a context is not the Base64 of a certificate');
  return {
    name,
    endpoints: listOf(context.endpoints),
    nodes: listOf(context.nodes),
    client: client && clientOf(client),
    authorities: readCertificates(tryDecodePem(textOf(context.ca)) ?? '').map(({ fingerprint }) => fingerprint),
  };
}

function clientOf({ subject, notBefore, notAfter }: CertificateFacts): TalosClient {
  return { roles: subject.organizations, notBefore, notAfter };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function notTalosconfig(what: string): Error {
  return new Error(`talosconfig cannot be read, got ${what}; give the file that talosctl writes`);
}
