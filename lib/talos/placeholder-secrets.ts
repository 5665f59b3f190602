import type { Authority, MachineSecrets } from './generate/secrets';

/**
 * What stands for the secrets where a configuration is only looked at: to check it, and to tell whether an encrypted one is
 * stale. Each has the form that Talos asks for, and is the secret of nothing.
 */
export const placeholderSecrets: MachineSecrets = {
  cluster: { id: zeros(), secret: zeros() },
  secrets: { bootstrapToken: token(), encryption: { provider: 'secretbox', secret: zeros() } },
  trustdInfo: { token: token() },
  certs: {
    etcd: authority('etcd'),
    k8s: authority('k8s'),
    k8sAggregator: authority('k8sAggregator'),
    k8sServiceAccount: { key: 'placeholder of k8sServiceAccount.key' },
    os: authority('os'),
  },
};

/** Base64 of 32 zeros. */
function zeros(): string {
  return Buffer.alloc(32).toString('base64');
}

function token(): string {
  return `${'0'.repeat(6)}.${'0'.repeat(16)}`;
}

function authority(name: string): Authority {
  return { crt: `placeholder of ${name}.crt`, key: `placeholder of ${name}.key` };
}
