import { addons, applicationSet, argoCd, clusterApi, defineCluster, hetzner, sops, stage, talos } from '../lib/cluster';
import {
  certManager,
  cilium,
  cloudnativePg,
  envoyGateway,
  hcloudCcm,
  hcloudCsi,
  metricsServer,
  podinfo,
  talosCcm,
} from '../lib/platform';

/** Three Hetzner servers that replace themselves: Cluster API runs inside the cluster that it manages. */
export default defineCluster({
  name: 'hetzner-capi',
  group: 'prod',
  versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },

  network: {
    pods: '10.10.128.0/17',
    services: '10.10.96.0/20',
    nodes: '10.10.64.0/25',
    endpoint: { host: 'api.cluster.example.com', address: '203.0.113.27' },
  },

  machines: hetzner({
    network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
    pools: {
      'control-plane': hetzner.controlPlane({ count: 3, type: 'cx33', location: 'nbg1', schedulable: true }),
    },
    managedBy: clusterApi({
      core: 'v1.10.10',
      hetzner: 'v1.0.7',
      talosBootstrap: 'v0.6.11',
      talosControlPlane: 'v0.5.12',
      helm: 'v0.4.2',
      rolloutTrigger: '2026-02-09T15:00:00Z',
    }),
  }),

  system: talos({
    extensions: ['siderolabs/qemu-guest-agent'],
    apiAccess: { namespaces: ['kube-system'], roles: ['os:reader'] },
    keepImageLayers: true,
    hostDns: { forwardKubeDns: false, resolveMembers: true },
  }),

  oidc: { issuerUrl: 'https://auth.cluster.example.com/', clientId: 'kubectl' },

  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/platform.git' },
    layout: applicationSet(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  recipients: { ops: 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0' },

  platform: [
    addons(cilium({ version: '1.19.0', hubble: true }), hcloudCcm(), talosCcm()),
    stage('foundation', certManager(), envoyGateway(), hcloudCsi(), metricsServer()),
    stage('data', cloudnativePg()),
    stage('apps', podinfo()),
  ],
});
