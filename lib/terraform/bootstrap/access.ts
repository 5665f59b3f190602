/**
 * How Terraform reaches the Kubernetes API: by a kubeconfig, or by credentials that another resource gives. Either may be
 * an expression.
 */
export type KubernetesAccess = Kubeconfig | ClientCredentials;

export interface Kubeconfig {
  /** Path of the file. */
  readonly kubeconfig: string;
  /** @default - the file's current one */
  readonly context?: string;
}

export interface ClientCredentials {
  /** URL of the API. */
  readonly host: string;
  /** PEM. */
  readonly clusterCaCertificate: string;
  /** PEM. */
  readonly clientCertificate: string;
  /** PEM; an expression, never the key itself. */
  readonly clientKey: string;
}
