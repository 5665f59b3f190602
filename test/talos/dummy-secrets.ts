import type { MachineSecrets } from '../../lib/talos';

/** Secrets that are none: words that tell where each of them goes, put together at run time. */
export function dummySecrets(): MachineSecrets {
  const authority = (name: string) => ({ crt: `${name} certificate\n`, key: `${name} key\n` });
  return {
    cluster: { id: 'cluster id', secret: 'cluster secret' },
    secrets: { bootstrapToken: 'bootstrap token', encryption: { provider: 'secretbox', secret: 'encryption secret' } },
    trustdInfo: { token: 'trustd token' },
    certs: {
      etcd: authority('etcd'),
      k8s: authority('kubernetes'),
      k8sAggregator: authority('aggregator'),
      k8sServiceAccount: { key: 'service account key\n' },
      os: authority('talos'),
    },
  };
}
