/**
 * The secrets that a configuration holds, in the form of a secrets bundle. Certificates and keys are PEM texts.
 * Source: Talos `config/generate/secrets`.
 */
export interface MachineSecrets {
  readonly cluster: {
    /** Name of the cluster at the discovery service. */
    readonly id: string;
    readonly secret: string;
  };
  readonly secrets: {
    /** Machines join Kubernetes with it. */
    readonly bootstrapToken: string;
    readonly encryption: EncryptionSecret;
  };
  /** Machines join Talos with its token. */
  readonly trustdInfo: { readonly token: string };
  readonly certs: {
    readonly etcd: Authority;
    readonly k8s: Authority;
    readonly k8sAggregator: Authority;
    readonly k8sServiceAccount: { readonly key: string };
    /** Authority of Talos's own API. */
    readonly os: Authority;
  };
}

/** How Kubernetes encrypts secrets in etcd; clusters born before Talos 1.3 have aescbc. */
export interface EncryptionSecret {
  readonly provider: 'secretbox' | 'aescbc';
  readonly secret: string;
}

/** An authority: its certificate and the key that signs. */
export interface Authority {
  readonly crt: string;
  readonly key: string;
}

/** An authority as the main document holds it: PEM in Base64. */
export function encodedAuthority({ crt, key }: Authority) {
  return { crt: encodedPem(crt), key: encodedPem(key) };
}

/** An authority that a machine trusts and cannot sign for. */
export function trustedAuthority({ crt }: Authority) {
  return { crt: encodedPem(crt), key: '' };
}

/** An authority as documents of contract 1.14 hold it: plain PEM. */
export function plainAuthority({ crt, key }: Authority) {
  return { cert: crt, key };
}

export function encodedPem(pem: string): string {
  return Buffer.from(pem, 'latin1').toString('base64');
}
