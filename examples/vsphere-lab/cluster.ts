import {
  appOfApps,
  argoCd,
  defineCluster,
  Duration,
  GiB,
  s3State,
  sops,
  stage,
  talos,
  vsphere,
  type Cluster,
} from '../../lib/cluster';
import { cilium } from '../../lib/platform';

/** What differs between the environments of the lab. */
interface Environment {
  readonly name: string;
  readonly group: string;
  /** Second byte of the node network's addresses, and of the MAC addresses. */
  readonly number: number;
  readonly workers: number;
}

/** One definition for all environments; what differs is an argument. */
function lab({ name, group, number, workers }: Environment): Cluster {
  const node = (host: number) => ({
    mac: `00:50:56:0${String(number)}:00:${String(host).padStart(2, '0')}`,
    address: `198.51.100.${String(64 * number + host)}`,
  });
  return defineCluster({
    name,
    group,
    versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },
    network: {
      pods: '10.244.0.0/16',
      services: '10.96.0.0/12',
      nodes: `198.51.100.${String(64 * number)}/26`,
      endpoint: { host: `api.${name}.example.com`, address: `198.51.100.${String(64 * number + 10)}` },
    },
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc-1',
      cluster: 'compute-1',
      resourcePool: 'compute-1/Resources/lab',
      datastore: 'vsan-1',
      network: 'lab-nodes',
      template: vsphere.libraryItem({ library: 'talos' }),
      antiAffinity: group === 'prod' ? 'must' : 'should',
      waitForAddress: Duration.minutes(5),
      state: s3State({ bucket: 'terraform-states', region: 'eu-central-1', prefix: 'lab' }),
      pools: {
        controlplane: vsphere.controlPlane({
          cpus: 4,
          memory: GiB(8),
          disk: GiB(40),
          machines: { 1: node(11), 2: node(12), 3: node(13) },
        }),
        worker: vsphere.worker({
          cpus: 8,
          memory: GiB(16),
          disk: GiB(80),
          disks: { data: { unit: 1, size: GiB(200) } },
          machines: Object.fromEntries(Array.from({ length: workers }, (_, i) => [i + 1, node(21 + i)])),
        }),
      },
    }),
    system: talos({ extensions: ['siderolabs/vmtoolsd-guest-agent'] }),
    gitops: argoCd({
      version: 'v3.2.6',
      repository: { url: 'https://git.example.com/platform.git' },
      layout: appOfApps(),
      secrets: sops({ recipients: ['ops'] }),
    }),
    recipients: { ops: 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0' },
    platform: [stage('base', cilium())],
  });
}

/** The environments of the lab. */
export const environments: readonly Cluster[] = [
  lab({ name: 'lab-dev', group: 'dev', number: 1, workers: 1 }),
  lab({ name: 'lab-prod', group: 'prod', number: 2, workers: 3 }),
];
