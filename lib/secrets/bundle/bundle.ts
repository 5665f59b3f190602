import type { CertificateAndKey } from '../pki/certificate-and-key';

/**
 * All secrets that the machine configuration of a Talos cluster is made from: what `talosctl gen secrets` writes to
 * `secrets.yaml`. Every member but the certificates is secret. Source: Talos `config/generate/secrets/secrets.go`.
 */
export interface SecretsBundle {
  readonly cluster: {
    /** Name of the cluster at the discovery service; opaque, though it looks like Base64. */
    readonly id: string;
    /** Base64 of 32 bytes. */
    readonly secret: string;
  };
  readonly secrets: {
    /** `[0-9a-z]{6}.[0-9a-z]{16}`; machines join Kubernetes with it. */
    readonly bootstrapToken: string;
    /** Key that etcd's secrets are encrypted with at rest. */
    readonly encryption: EtcdEncryption;
  };
  readonly trustdInfo: {
    /** `[0-9a-z]{6}.[0-9a-z]{16}`; machines join Talos with it. */
    readonly token: string;
  };
  readonly certs: {
    readonly etcd: CertificateAndKey;
    readonly k8s: CertificateAndKey;
    readonly k8sAggregator: CertificateAndKey;
    readonly k8sServiceAccount: {
      /** PEM; RSA, or EC in old clusters. */
      readonly key: string;
    };
    /** Authority of Talos's own API. */
    readonly os: CertificateAndKey;
  };
}

/** How Kubernetes encrypts secrets in etcd; a cluster born before Talos 1.3 has aescbc. */
export interface EtcdEncryption {
  readonly provider: 'secretbox' | 'aescbc';
  /** Base64 of the key: 32 bytes for secretbox; 16, 24 or 32 for aescbc. */
  readonly secret: string;
}
