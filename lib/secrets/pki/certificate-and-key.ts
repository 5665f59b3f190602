/** A certificate with its private key, both as PEM text. */
export interface CertificateAndKey {
  readonly crt: string;
  /** Secret. */
  readonly key: string;
}
