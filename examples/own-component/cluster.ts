import { applicationSet, argoCd, defineCluster, GiB, sops, stage, talos, vsphere } from '../../lib/cluster';
import { cilium, gatewayApi } from '../../lib/platform';
import { statusPage } from './status-page';

/** A component of one's own stands among those of the catalogue, and is checked like them: it waits for the kind of its route. */
export default defineCluster({
  name: 'office',
  group: 'example',
  versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },
  network: {
    pods: '10.244.0.0/16',
    services: '10.96.0.0/12',
    nodes: '192.0.2.0/24',
    endpoint: { host: 'api.office.example.com', address: '192.0.2.10' },
  },
  machines: vsphere({
    server: 'vcenter.example.com',
    datacenter: 'dc-1',
    cluster: 'compute-1',
    datastore: 'vsan-1',
    network: 'office-nodes',
    pools: {
      controlplane: vsphere.controlPlane({
        cpus: 4,
        memory: GiB(8),
        disk: GiB(40),
        schedulable: true,
        machines: { 1: { mac: '00:50:56:01:00:01', address: '192.0.2.11' } },
      }),
    },
  }),
  system: talos(),
  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/platform.git' },
    layout: applicationSet(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  recipients: { ops: 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0' },
  platform: [
    stage('network', cilium(), gatewayApi()),
    stage(
      'apps',
      statusPage({ exposure: { gateway: { name: 'public', namespace: 'gateways' }, hosts: ['status.example.com'] } }),
    ),
  ],
});
