import { appOfApps, argoCd, defineCluster, hetzner, sops, stage, talos } from '../../lib/cluster';
import { cilium } from '../../lib/platform';

/** One server for the control plane, two at the edge. A project of its own imports from `plinth` and `plinth/platform`. */
export const edge = defineCluster({
  name: 'edge',
  group: 'example',
  versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },
  network: {
    pods: '10.20.128.0/17',
    services: '10.20.96.0/20',
    nodes: '10.20.0.0/24',
    endpoint: { host: 'api.edge.example.com' },
  },
  machines: hetzner({
    network: { cidr: '10.20.0.0/16', zone: 'eu-central' },
    pools: {
      'control-plane': hetzner.controlPlane({
        type: 'cx33',
        location: 'nbg1',
        machines: { 1: { address: '10.20.0.11' } },
      }),
      'edge-workers': hetzner.worker({
        type: 'cpx32',
        location: 'fsn1',
        spread: true,
        primaryIps: true,
        machines: { 1: { address: '10.20.0.21' }, 2: { address: '10.20.0.22', location: 'hel1' } },
      }),
    },
  }),
  system: talos(),
  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/platform.git' },
    layout: appOfApps(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  recipients: { ops: 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0' },
  platform: [stage('base', cilium())],
});
