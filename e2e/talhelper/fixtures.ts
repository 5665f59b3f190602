import { talos, vsphere, GiB, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import { loadProject } from '../../cli/project';
import { fixedCluster } from '../../test/support/clusters-capi';
import { Random } from '../talos/random';

/** Releases of Talos that talhelper 3.1.0 knows, each with a Kubernetes version that it supports. */
const releases = [
  { talos: 'v1.10.8', kubernetes: 'v1.33.0' },
  { talos: 'v1.11.5', kubernetes: 'v1.34.0' },
  { talos: 'v1.12.1', kubernetes: 'v1.35.0' },
];

/** What talhelper, its templates and its variables make something else of. */
const traps = [
  'plain',
  'a$b',
  '$HOME',
  '${HOME}',
  '$$',
  '{{ .x }}',
  '}} {{',
  'a<b',
  '<!-- a -->',
  '</a>',
  '<script>',
  '$1 "\\"',
];

/** Clusters for teams who stay on talhelper: those of this project, every release, and random ones. */
export function clusters(seed: number, count: number): readonly Cluster[] {
  const ofProject = loadProject().clusters.map((cluster) => ({
    ...cluster,
    system: { ...cluster.system, talhelper: true },
  }));
  const byRelease = releases.map((versions) => fixedCluster({ versions, system: talos({ talhelper: true }) }));
  const trapped = traps.map((text) => fixedCluster({ system: talos({ talhelper: true }), oidc: oidc(text) }));
  const random = Array.from({ length: count }, (_, index) => fixedCluster(randomChanges(new Random(seed + index))));
  return [...ofProject, ...byRelease, ...trapped, ...random].filter(({ pools }) =>
    pools.some(({ machines }) => machines.length > 0),
  );
}

function randomChanges(random: Random): Partial<ClusterDefinition> {
  const { network } = fixedCluster();
  return {
    versions: random.pick(releases),
    network: {
      pods: random.pick(['10.244.0.0/16', '10.200.0.0/16']),
      services: network.services.text,
      nodes: network.nodes.text,
      endpoint: { host: random.pick(['api.edge.example.com', '192.0.2.10']), address: '192.0.2.10' },
      nameservers: random.some(['192.0.2.2', '192.0.2.3']),
      dnsDomain: random.pick(['cluster.local', 'edge.example.com']),
    },
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc',
      cluster: 'compute',
      datastore: 'store',
      network: 'nodes',
      pools: {
        controlplane: vsphere.controlPlane({ ...size, schedulable: random.chance(0.5), machines: machines(0, 3) }),
        ...(random.chance(0.7) && { worker: vsphere.worker({ ...size, machines: machines(3, 1 + random.below(2)) }) }),
        ...(random.chance(0.5) && { storage: vsphere.worker({ ...size, machines: machines(6, 1) }) }),
      },
    }),
    system: talos({
      talhelper: true,
      extensions: random.some(['siderolabs/vmtoolsd-guest-agent', 'siderolabs/iscsi-tools']),
      installDisk: random.pick(['/dev/sda', '/dev/nvme0n1']),
      keepImageLayers: random.chance(0.5),
      image: {
        factory: random.pick(['factory.talos.dev', 'factory.example.com:5000']),
        secureBoot: random.chance(0.5),
        kernelArgs: random.some(['console=ttyS0', 'net.ifnames=0']),
      },
      ...(random.chance(0.5) && { apiAccess: { namespaces: ['kube-system'], roles: ['os:reader'] } }),
    }),
    ...(random.chance(0.5) && { oidc: oidc(random.pick(traps)) }),
    ...(random.chance(0.3) && { platform: [] }),
  };
}

const size = { cpus: 4, memory: GiB(4), disk: GiB(80) };

function machines(first: number, count: number) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = first + index;
      return [index + 1, { mac: `00:50:56:01:00:0${String(number)}`, address: `192.0.2.${String(20 + number)}` }];
    }),
  );
}

function oidc(clientId: string) {
  return { issuerUrl: 'https://auth.example.com/', clientId };
}
