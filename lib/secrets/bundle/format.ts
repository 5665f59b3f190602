import type { CertificateAndKey } from '../pki/certificate-and-key';
import { encodePem } from './base64';
import type { SecretsBundle } from './bundle';
import { emitInOrder, type Tree } from './go-yaml';

/**
 * The bundle as `talosctl gen secrets` writes it, byte for byte. The names are those of upstream's Go fields in lower
 * case. Source: Talos `config/generate/secrets/secrets.go`.
 */
export function formatBundle({ cluster, secrets, trustdInfo, certs }: SecretsBundle): string {
  const { provider, secret } = secrets.encryption;
  return emitInOrder({
    cluster: { id: cluster.id, secret: cluster.secret },
    secrets: { bootstraptoken: secrets.bootstrapToken, [`${provider}encryptionsecret`]: secret },
    trustdinfo: { token: trustdInfo.token },
    certs: {
      etcd: pair(certs.etcd),
      k8s: pair(certs.k8s),
      k8saggregator: pair(certs.k8sAggregator),
      k8sserviceaccount: { key: encodePem(certs.k8sServiceAccount.key) },
      os: pair(certs.os),
    },
  });
}

function pair({ crt, key }: CertificateAndKey): Tree {
  return { crt: encodePem(crt), key: encodePem(key) };
}
