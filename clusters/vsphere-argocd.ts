import { appOfApps, argoCd, defineCluster, GiB, sops, stage, talos, vsphere } from '../lib/cluster';
import { certManager, cilium, ingressNginx, metricsServer, sopsSecretsOperator } from '../lib/platform';

/** Talos on vSphere: fixed MAC and address per machine, Argo CD with one root app per stage. */
export default defineCluster({
  name: 'vsphere-argocd',
  group: 'test',
  versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },

  network: {
    pods: '10.244.0.0/16',
    services: '10.96.0.0/12',
    nodes: '192.0.2.0/24',
    endpoint: { host: 'api.vsphere-argocd.example.com', address: '192.0.2.10' },
    nameservers: ['192.0.2.2', '192.0.2.3'],
  },

  machines: vsphere({
    server: 'vcenter.example.com',
    datacenter: 'dc-1',
    cluster: 'compute-1',
    datastore: 'vsan-1',
    network: 'talos-nodes',
    folder: 'talos',
    pools: {
      controlplane: vsphere.controlPlane({
        cpus: 4,
        memory: GiB(4),
        disk: GiB(80),
        machines: {
          1: { mac: '00:50:56:01:00:01', address: '192.0.2.11' },
          2: { mac: '00:50:56:01:00:02', address: '192.0.2.12' },
          3: { mac: '00:50:56:01:00:03', address: '192.0.2.13' },
        },
      }),
      worker: vsphere.worker({
        cpus: 8,
        memory: GiB(32),
        disk: GiB(300),
        machines: {
          1: { mac: '00:50:56:01:01:01', address: '192.0.2.21' },
          2: { mac: '00:50:56:01:01:02', address: '192.0.2.22' },
          3: { mac: '00:50:56:01:01:03', address: '192.0.2.23' },
        },
      }),
    },
  }),

  system: talos({ extensions: ['siderolabs/vmtoolsd-guest-agent'] }),

  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/gitops-repository.git' },
    layout: appOfApps(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  recipients: { ops: 'age1axufek2xxlvhe4latanj355mm6ljznmqjrde5m8zppal4hj5f9cqdqeevd' },

  platform: [
    stage(
      'cluster-infra',
      cilium(),
      sopsSecretsOperator(),
      certManager(),
      ingressNginx(),
      metricsServer({ kubeletInsecureTls: true }),
    ),
  ],
});
