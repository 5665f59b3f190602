import type { ComponentSecret, JsonObject, SecretRef } from '../cluster';

/** A way to sign certificates, as a ClusterIssuer of whatever name. */
export interface Issuer {
  /** `spec` of the ClusterIssuer of that name. */
  readonly spec: (name: string) => JsonObject;
  /** Secrets that it reads, in cert-manager's namespace. */
  readonly secrets: (name: string) => readonly ComponentSecret[];
}

export interface LetsEncryptOptions {
  /** Certificates that no browser trusts, without the limits on how many. @default false */
  readonly staging?: boolean;
  /** Who is told of certificates about to expire. @default - nobody */
  readonly email?: string;
  /** Token of the Cloudflare API that may edit the zones' records. @default secret('cloudflare-api-token') */
  readonly cloudflareToken?: SecretRef;
  /** Zones of the certificates, e.g. `example.com`. @default - every zone that the token may edit */
  readonly zones?: readonly string[];
}

const directories = {
  production: 'https://acme-v02.api.letsencrypt.org/directory',
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
};

const cloudflareSecret = { name: 'cloudflare-api-token', key: 'api-token' };

/** Certificates of Let's Encrypt, by DNS-01 records at Cloudflare. */
export function letsEncrypt(options: LetsEncryptOptions = {}): Issuer {
  const { staging = false, email, zones, cloudflareToken = { secret: cloudflareSecret.name } } = options;
  const solver = { dns01: { cloudflare: { apiTokenSecretRef: cloudflareSecret } } };
  return {
    spec: (name) => ({
      acme: {
        email,
        server: staging ? directories.staging : directories.production,
        // the account's own key, which cert-manager makes
        privateKeySecretRef: { name },
        solvers: [zones === undefined ? solver : { selector: { dnsZones: zones }, ...solver }],
      },
    }),
    secrets: () => [{ name: cloudflareSecret.name, data: { [cloudflareSecret.key]: cloudflareToken } }],
  };
}

/** Certificates that sign themselves. */
export function selfSigned(): Issuer {
  return { spec: () => ({ selfSigned: {} }), secrets: () => [] };
}

/** Certificates signed by an authority of one's own, whose certificate and private key are secrets. */
export function certificateAuthority(options: { readonly certificate: SecretRef; readonly key: SecretRef }): Issuer {
  return {
    spec: (name) => ({ ca: { secretName: authoritySecret(name) } }),
    secrets: (name) => [
      {
        name: authoritySecret(name),
        type: 'kubernetes.io/tls',
        data: { 'tls.crt': options.certificate, 'tls.key': options.key },
      },
    ],
  };
}

function authoritySecret(name: string): string {
  return `${name}-ca`;
}
