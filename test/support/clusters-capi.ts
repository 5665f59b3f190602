import {
  addons,
  applicationSet,
  argoCd,
  clusterApi,
  defineCluster,
  GiB,
  hetzner,
  sops,
  stage,
  talos,
  vsphere,
  type Cluster,
  type ClusterDefinition,
  type Component,
} from '../../lib/cluster';
import { component, recipient } from './definition';

/** A pod network, as an addon that brings Cilium's policies. */
export const network = component('cilium', {
  namespace: 'kube-system',
  chart: { name: 'cilium', version: '1.19.0', repository: 'https://helm.cilium.io' },
  values: () => ({ kubeProxyReplacement: true, note: 'read {{ .Values.note }}' }),
  provides: ['cni', 'crd/cilium.io'],
  clusterLabels: { cni: 'cilium' },
});

/** A cloud controller manager. */
export const cloud = component('hcloud-ccm', {
  namespace: 'kube-system',
  chart: { name: 'hcloud-cloud-controller-manager', version: '1.29.2', repository: 'https://charts.hetzner.cloud' },
  values: (cluster) => ({ networking: { clusterCIDR: cluster.network.pods.text } }),
  provides: ['cloud-provider'],
  clusterLabels: { ccm: 'hcloud' },
});

/** An addon from a registry, without values and labels of its own. */
export const approver = component('approver', {
  namespace: 'kube-system',
  chart: { name: 'kubelet-csr-approver', version: '1.2.10', repository: 'oci://registry.example.com/charts' },
});

const gitops = argoCd({
  version: 'v3.2.6',
  repository: { url: 'https://git.example.com/platform.git' },
  layout: applicationSet(),
  secrets: sops({ recipients: ['ops'] }),
});

/** What a test changes of the managed cluster. */
export interface ManagedChanges {
  readonly talos?: string;
  readonly kubernetes?: string;
  readonly type?: string;
  readonly count?: number;
  readonly pods?: string;
  readonly address?: string | null;
  readonly schedulable?: boolean;
  readonly core?: string;
  readonly talosBootstrap?: string;
  readonly addons?: readonly Component[];
}

/** Three control planes on Hetzner that Cluster API replaces; every setting of the model is used. */
export function managedCluster(changes: ManagedChanges = {}): Cluster {
  const address = changes.address === undefined ? '203.0.113.27' : changes.address;
  return defineCluster({
    name: 'k8s',
    group: 'prod',
    versions: { kubernetes: changes.kubernetes ?? 'v1.35.0', talos: changes.talos ?? 'v1.12.2' },
    network: {
      pods: changes.pods ?? '10.10.128.0/17',
      services: '10.10.96.0/20',
      nodes: '10.10.64.0/25',
      endpoint: { host: 'api.cluster.example.com', ...(address !== null && { address }) },
    },
    machines: hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: {
        'control-plane': hetzner.controlPlane({
          count: changes.count ?? 3,
          type: changes.type ?? 'cx33',
          location: 'nbg1',
          schedulable: changes.schedulable ?? true,
        }),
      },
      managedBy: clusterApi({
        core: changes.core ?? 'v1.10.10',
        hetzner: 'v1.0.7',
        talosBootstrap: changes.talosBootstrap ?? 'v0.6.11',
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
    gitops,
    recipients: { ops: recipient },
    platform: [addons(...(changes.addons ?? [network, cloud, approver]))],
  });
}

/** Three control planes and a worker on vSphere, each with a fixed address. */
export function fixedCluster(changes: Partial<ClusterDefinition> = {}): Cluster {
  return defineCluster({
    name: 'edge',
    group: 'test',
    versions: { kubernetes: 'v1.33.4', talos: 'v1.12.2' },
    network: {
      pods: '10.244.0.0/16',
      services: '10.96.0.0/12',
      nodes: '192.0.2.0/24',
      endpoint: { host: 'api.edge.example.com', address: '192.0.2.10' },
      nameservers: ['192.0.2.2', '192.0.2.3'],
    },
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc-1',
      cluster: 'compute-1',
      datastore: 'vsan-1',
      network: 'talos-nodes',
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
          machines: { 1: { mac: '00:50:56:01:01:01', address: '192.0.2.21' } },
        }),
      },
    }),
    system: talos({
      extensions: ['siderolabs/vmtoolsd-guest-agent'],
      apiAccess: { namespaces: ['system'], roles: ['os:admin'] },
    }),
    gitops,
    recipients: { ops: recipient },
    platform: [stage('network', network)],
    ...changes,
  });
}
