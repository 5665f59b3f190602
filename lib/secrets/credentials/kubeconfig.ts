import { Duration, endpointUrl, type ClusterFacts } from '../../cluster';
import { emitValue } from '../../yaml';
import { encodePem } from '../bundle/base64';
import type { SecretsBundle } from '../bundle/bundle';
import type { CertificateAndKey } from '../pki/certificate-and-key';
import { issueClientCertificate } from '../pki/client-certificate';
import type { Issuance } from '../pki/issuance';
import { validFor } from '../pki/validity';

export interface KubernetesClientOptions {
  /** Name of the user. @default 'admin' */
  readonly commonName?: string | undefined;
  /** Groups of the user. @default ['system:masters'], whom no access rule can stop */
  readonly groups?: readonly string[] | undefined;
  /** @default - 8760 hours, a year */
  readonly lifetime?: Duration | undefined;
}

/** Source: Talos `constants.KubernetesAdminCertDefaultLifetime`. */
const LIFETIME = Duration.hours(8760);

/** How far behind a server's clock may be. Source: Talos `pkg/kubeconfig/generate.go`. */
const SKEW = Duration.seconds(10);

/**
 * A client certificate for the Kubernetes API with its key, signed by `certs.k8s`; it starts ten seconds in the past, as
 * talosctl's does, for servers whose clock is behind. Source: Talos `pkg/kubeconfig/generate.go`.
 *
 * @throws Error for an authority that cannot sign
 */
export function issueKubernetesClient(
  authority: CertificateAndKey,
  { commonName = 'admin', groups = ['system:masters'], lifetime = LIFETIME }: KubernetesClientOptions,
  { entropy, now }: Issuance,
): CertificateAndKey {
  const start = new Date(now.getTime() - SKEW.seconds * 1000);
  const validity = validFor(start, lifetime.seconds + SKEW.seconds);
  const subject = { organizations: groups, commonName };
  return issueClientCertificate(
    authority,
    { subject, validity, usages: ['digitalSignature', 'keyEncipherment'] },
    entropy,
  );
}

/**
 * The kubeconfig of a cluster's administrator, with the names that `talosctl kubeconfig` gives and a new certificate.
 * Source: Talos `pkg/kubeconfig/generate.go`.
 */
export function newKubeconfig(
  cluster: Pick<ClusterFacts, 'name' | 'network'>,
  { certs }: Pick<SecretsBundle, 'certs'>,
  options: KubernetesClientOptions,
  issuance: Issuance,
): string {
  const { name } = cluster;
  const client = issueKubernetesClient(certs.k8s, options, issuance);
  const user = `admin@${name}`;
  return emitValue({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name, cluster: { server: endpointUrl(cluster), 'certificate-authority-data': encodePem(certs.k8s.crt) } },
    ],
    users: [
      {
        name: user,
        user: { 'client-certificate-data': encodePem(client.crt), 'client-key-data': encodePem(client.key) },
      },
    ],
    contexts: [{ name: user, context: { cluster: name, namespace: 'default', user } }],
    'current-context': user,
  });
}
