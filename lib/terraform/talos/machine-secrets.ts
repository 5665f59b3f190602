/**
 * The secrets bundle as the Talos provider takes it, from an expression for its text. Upstream writes the bundle's names
 * without separators and calls a certificate `crt`; the values are the same, Base64 of PEM. Source: Talos
 * `config/generate/secrets/secrets.go`, terraform-provider-talos `machine_secrets`.
 */
export function machineSecrets(text: string): Readonly<Record<string, unknown>> {
  const member = (path: string) => `\${yamldecode(${text}).${path}}`;
  // of the two keys that etcd's secrets may be encrypted with, a bundle has one
  const optional = (path: string, otherwise: string) => `\${try(yamldecode(${text}).${path}, ${otherwise})}`;
  const pair = (name: string) => ({ cert: member(`certs.${name}.crt`), key: member(`certs.${name}.key`) });
  return {
    cluster: { id: member('cluster.id'), secret: member('cluster.secret') },
    secrets: {
      bootstrap_token: member('secrets.bootstraptoken'),
      secretbox_encryption_secret: optional('secrets.secretboxencryptionsecret', '""'),
      aescbc_encryption_secret: optional('secrets.aescbcencryptionsecret', 'null'),
    },
    trustdinfo: { token: member('trustdinfo.token') },
    certs: {
      etcd: pair('etcd'),
      k8s: pair('k8s'),
      k8s_aggregator: pair('k8saggregator'),
      k8s_serviceaccount: { key: member('certs.k8sserviceaccount.key') },
      os: pair('os'),
    },
  };
}
