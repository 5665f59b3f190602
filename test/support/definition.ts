import {
  appOfApps,
  argoCd,
  clusterApi,
  GiB,
  hetzner,
  sops,
  stage,
  talos,
  vsphere,
  type ClusterDefinition,
  type Component,
} from '../../lib/cluster';

/** A component that is nothing but its name. */
export function component(name: string, more: Partial<Component> = {}): Component {
  return { name, namespace: `${name}-system`, provides: [], requires: [], ...more };
}

/** Public half of a key that was made for the tests and thrown away. */
export const recipient = 'age1ex3ezyjv8yhfwvcygvw3k8uxjl58s0q7stjnw4s87vq50eygvuesw4r9g0';

/** A small valid definition; each test spoils one thing of it. */
export function definition(): ClusterDefinition {
  return {
    name: 'edge',
    group: 'test',
    versions: { kubernetes: 'v1.35.0', talos: 'v1.12.2' },
    network: {
      pods: '10.244.0.0/16',
      services: '10.96.0.0/12',
      nodes: '192.0.2.0/24',
      endpoint: { host: 'api.edge.example.com', address: '192.0.2.10' },
    },
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc',
      cluster: 'compute',
      datastore: 'store',
      network: 'nodes',
      pools: {
        controlplane: vsphere.controlPlane({
          cpus: 4,
          memory: GiB(4),
          disk: GiB(80),
          machines: { 1: { mac: '00:50:56:01:00:01', address: '192.0.2.11' } },
        }),
        worker: vsphere.worker({
          cpus: 8,
          memory: GiB(32),
          disk: GiB(300),
          machines: {
            1: { mac: '00:50:56:01:01:01', address: '192.0.2.21' },
            2: { mac: '00:50:56:01:01:02', address: '192.0.2.22' },
          },
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
    recipients: { ops: recipient },
    platform: [stage('base', component('one')), stage('apps', component('two'))],
  };
}

/** The same cluster on Hetzner servers that Cluster API manages. */
export function hetznerDefinition(): ClusterDefinition {
  return {
    ...definition(),
    network: {
      pods: '10.10.128.0/17',
      services: '10.10.96.0/20',
      nodes: '10.10.64.0/25',
      endpoint: { host: 'api.edge.example.com', address: '203.0.113.27' },
    },
    machines: hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: { 'control-plane': hetzner.controlPlane({ count: 3, type: 'cx33', location: 'nbg1', schedulable: true }) },
      managedBy: clusterApi({
        core: 'v1.10.10',
        hetzner: 'v1.0.7',
        talosBootstrap: 'v0.6.11',
        talosControlPlane: 'v0.5.12',
        helm: 'v0.4.2',
      }),
    }),
  };
}
