import type { JsonObject } from '../../lib/cluster';
import { deletion, type Patch } from '../../lib/talos/document';
import { type Random } from './random';

/** A part of a document that a patch may have: its kind (none for the main one), its name, its fields. */
interface Fragment {
  readonly kind?: string;
  readonly name?: string;
  readonly fields: (random: Random) => JsonObject;
}

const word = (random: Random) => random.pick(['a', 'b', 'c', '']);
const flag = (random: Random) => random.chance(0.5);
const number = (random: Random) => random.pick([0, 1, 1500]);
const words = (random: Random) => random.pick([[], ['a'], ['a', 'b']]);
const subnets = (random: Random) => random.pick([['10.1.0.0/16'], ['10.2.0.0/16', 'fd00::/56']]);
const duration = (random: Random) => random.pick(['0s', '1m0s', '2h0m0s']);
const map = (random: Random) => ({ [random.pick(['a', 'b'])]: word(random), c: 'd' });
const url = (random: Random) =>
  random.pick(['https://a.example.com:6443', 'http://b.example.com/x?y=1', 'https://c.example.com#z']);
const free = (random: Random) => ({ one: number(random), list: [1], deep: { on: flag(random), text: word(random) } });
const args = (random: Random) => ({ [random.pick(['v', 'w'])]: random.pick(['', '1', ['x', 'y']]), z: 'z' });
const match = (random: Random) => `disk.dev_path == "/dev/${random.pick(['sda', 'sdb'])}"`;
const bytes = (random: Random) => random.pick(['1GiB', '20GiB', '300MiB']);

const machine = (fields: Fragment['fields']): Fragment => ({ fields: (random) => ({ machine: fields(random) }) });
const cluster = (fields: Fragment['fields']): Fragment => ({ fields: (random) => ({ cluster: fields(random) }) });

/** Fields of every rule of merging, those whose rule is the common one included. */
export const fragments: readonly Fragment[] = [
  machine((random) => ({ certSANs: words(random) })),
  machine((random) => ({ nodeLabels: map(random), nodeTaints: map(random) })),
  machine((random) => ({ sysctls: map(random), env: map(random) })),
  machine((random) => ({ install: { disk: word(random), wipe: flag(random), diskSelector: { model: word(random) } } })),
  machine((random) => ({ install: { extraKernelArgs: words(random), diskSelector: { size: '>= 1GB' } } })),
  machine((random) => ({ time: { bootTimeout: duration(random), servers: words(random), disabled: flag(random) } })),
  machine((random) => ({ kubelet: { extraArgs: args(random), extraConfig: free(random) } })),
  machine((random) => ({
    kubelet: { clusterDNS: words(random), image: word(random), registerWithFQDN: flag(random) },
  })),
  machine((random) => ({ ca: { crt: random.pick(['', 'YQ==']), key: random.pick(['', 'Yg==']) } })),
  machine((random) => ({ features: { kubePrism: { enabled: flag(random), port: number(random) } } })),
  machine((random) => ({ network: { interfaces: [device(random)], hostname: word(random) } })),
  machine((random) => ({ network: { kubespan: { mtu: number(random), enabled: flag(random) } } })),
  machine((random) => ({ registries: { mirrors: { [random.pick(['x', 'y'])]: { endpoints: words(random) } } } })),
  machine((random) => ({ files: [{ path: '/etc/x', op: 'create', content: word(random), permissions: 420 }] })),
  cluster((random) => ({ network: { podSubnets: subnets(random), dnsDomain: word(random) } })),
  cluster((random) => ({
    network: { serviceSubnets: random.pick([[], ...[subnets(random)]]), cni: { name: word(random) } },
  })),
  cluster((random) => ({ controlPlane: { endpoint: url(random), localAPIServerPort: number(random) } })),
  cluster((random) => ({ apiServer: { extraArgs: args(random), certSANs: words(random), env: map(random) } })),
  cluster((random) => ({ apiServer: { auditPolicy: free(random), resources: { limits: { cpu: number(random) } } } })),
  cluster((random) => ({
    apiServer: { admissionControl: [{ name: random.pick(['PodSecurity', 'Other']), configuration: free(random) }] },
  })),
  cluster((random) => ({ inlineManifests: [{ name: random.label(), contents: 'a' }], extraManifests: words(random) })),
  cluster((random) => ({
    scheduler: { config: free(random), extraArgs: args(random) },
    proxy: { disabled: flag(random) },
  })),
  cluster((random) => ({ discovery: { enabled: flag(random) }, allowSchedulingOnControlPlanes: flag(random) })),
  cluster((random) => ({
    adminKubeconfig: { certLifetime: duration(random) },
    etcd: { advertisedSubnets: subnets(random) },
  })),
  { kind: 'HostnameConfig', fields: (random) => ({ auto: random.pick(['off', 'stable']), hostname: word(random) }) },
  {
    kind: 'ResolverConfig',
    fields: (random) => ({ nameservers: [{ address: '192.0.2.2' }], hostDNS: { enabled: flag(random) } }),
  },
  { kind: 'ResolverConfig', fields: (random) => ({ searchDomains: { domains: words(random) } }) },
  { kind: 'KubeSpanConfig', fields: (random) => ({ enabled: flag(random), mtu: number(random) }) },
  {
    kind: 'LinkConfig',
    name: 'net0',
    fields: (random) => ({ up: flag(random), mtu: number(random), addresses: [{ address: '192.0.2.3/24' }] }),
  },
  {
    kind: 'BondConfig',
    name: 'net0',
    fields: (random) => ({ links: words(random), bondMode: 'active-backup', miimon: number(random) }),
  },
  {
    kind: 'LinkAliasConfig',
    name: 'net0',
    fields: (random) => ({ selector: { match: `link.driver == "${word(random)}"` } }),
  },
  {
    kind: 'VolumeConfig',
    name: 'EPHEMERAL',
    fields: (random) => ({ provisioning: { diskSelector: { match: match(random) }, grow: flag(random) } }),
  },
  {
    kind: 'VolumeConfig',
    name: 'EPHEMERAL',
    fields: (random) => ({ provisioning: { minSize: bytes(random), maxSize: random.pick(['50%', '90GiB']) } }),
  },
  {
    kind: 'VolumeConfig',
    name: 'EPHEMERAL',
    fields: (random) => ({ mount: { secure: flag(random) }, trim: { interval: duration(random) } }),
  },
  {
    kind: 'UserVolumeConfig',
    name: 'data',
    fields: (random) => ({
      filesystem: { type: random.pick(['xfs', 'ext4', 'none']) },
      provisioning: { maxSize: random.pick(['50%', '1GiB']) },
    }),
  },
  {
    kind: 'UserVolumeConfig',
    name: 'data',
    fields: (random) => ({ filesystem: { xfs: random.pick([{}, { minAllocationGroupSize: bytes(random) }]) } }),
  },
  {
    kind: 'UnattendedInstallConfig',
    fields: (random) => ({ installer: { image: word(random) }, provisioning: { wipe: flag(random) } }),
  },
  {
    kind: 'ExtensionServiceConfig',
    name: 'svc',
    fields: (random) => ({
      configFiles: [{ mountPath: random.pick(['/a', '/b']), content: word(random) }],
      environment: words(random),
    }),
  },
  {
    kind: 'ImageVerificationConfig',
    fields: (random) => ({ rules: [{ image: random.pick(['a/*', 'b/*']), skip: flag(random) }] }),
  },
  { kind: 'NetworkDefaultActionConfig', fields: (random) => ({ ingress: random.pick(['accept', 'block']) }) },
  {
    kind: 'NetworkRuleConfig',
    name: 'rule',
    fields: (random) => ({
      portSelector: { ports: [number(random) + 1], protocol: random.pick(['tcp', 'udp']) },
      ingress: [{ subnet: random.pick(subnets(random)) }],
    }),
  },
  { kind: 'WatchdogTimerConfig', fields: (random) => ({ device: word(random), timeout: duration(random) }) },
  {
    kind: 'KubeNodeConfig',
    fields: (random) => ({ labels: map(random), taints: map(random), nodeIP: { validSubnets: subnets(random) } }),
  },
  {
    kind: 'KubeletConfig',
    fields: (random) => ({ extraArgs: args(random), config: free(random), image: word(random) }),
  },
  {
    kind: 'KubeAPIServerConfig',
    fields: (random) => ({ extraArgs: args(random), apiPort: number(random), certExtraSANs: words(random) }),
  },
  { kind: 'KubeAuthenticationConfig', fields: (random) => ({ configuration: free(random) }) },
  { kind: 'KubeAdmissionControlConfig', name: 'PodSecurity', fields: (random) => ({ configuration: free(random) }) },
  { kind: 'KubeNetworkConfig', fields: (random) => ({ podSubnets: subnets(random), dnsDomain: word(random) }) },
  { kind: 'KubeClusterConfig', fields: (random) => ({ endpoint: url(random), clusterName: word(random) }) },
  {
    kind: 'RegistryMirrorConfig',
    name: 'x',
    fields: (random) => ({ endpoints: [{ url: url(random) }], skipFallback: flag(random) }),
  },
  {
    kind: 'EthernetConfig',
    name: 'net0',
    fields: (random) => ({ features: { a: flag(random), b: flag(random) }, rings: { tx: number(random) } }),
  },
];

/** Deletions, of what is often there and of what never is. */
const deletions: readonly Fragment[] = [
  machine(() => ({ nodeLabels: { 'node.kubernetes.io/exclude-from-external-load-balancers': deletion } })),
  machine((random) => ({ nodeLabels: { [random.pick(['a', 'c', 'nothing'])]: deletion } })),
  machine((random) => ({ network: { interfaces: [{ interface: random.pick(['eth0', 'eth9']), ...deletion }] } })),
  machine((random) => ({ [random.pick(['install', 'kubelet', 'certSANs', 'sysctls'])]: deletion })),
  machine(() => ({ network: { hostname: deletion } })),
  machine(() => ({ features: { kubePrism: { port: deletion } } })),
  machine(() => ({ kubelet: { extraArgs: { v: deletion }, extraConfig: { deep: { on: deletion } } } })),
  cluster(() => ({ apiServer: { admissionControl: [{ name: 'PodSecurity', ...deletion }] } })),
  cluster(() => ({ apiServer: { admissionControl: [{ name: 'PodSecurity', configuration: deletion }] } })),
  cluster((random) => ({ [random.pick(['discovery', 'proxy', 'network'])]: deletion })),
  { fields: () => deletion },
  { kind: 'HostnameConfig', fields: () => deletion },
  { kind: 'HostnameConfig', fields: () => ({ auto: deletion }) },
  { kind: 'KubeNodeConfig', fields: () => ({ taints: { 'node-role.kubernetes.io/control-plane': deletion } }) },
  { kind: 'KubeFlannelCNIConfig', fields: () => deletion },
  { kind: 'KubeAuthorizerConfig', name: 'node', fields: () => deletion },
  { kind: 'ExtensionServiceConfig', name: 'svc', fields: () => ({ configFiles: [{ mountPath: '/a', ...deletion }] }) },
  { kind: 'VolumeConfig', name: 'EPHEMERAL', fields: () => ({ provisioning: deletion }) },
];

function device(random: Random): JsonObject {
  const vlan = { vlanId: random.pick([1, 2]), addresses: words(random), mtu: number(random), dhcp: flag(random) };
  return {
    ...random.pick([{ interface: 'eth0' }, { interface: 'eth1' }, { deviceSelector: { driver: 'virtio' } }]),
    addresses: words(random),
    mtu: number(random),
    dhcp: flag(random),
    vlans: random.maybe(() => [vlan]),
  };
}

/** A patch of up to four fragments, deletions among them. */
export function randomPatch(random: Random): Patch {
  const count = 1 + random.below(4);
  const documents = Array.from({ length: count }, () => {
    const { kind, name, fields } = random.pick(random.chance(0.25) ? deletions : fragments);
    return kind === undefined ? fields(random) : { apiVersion: 'v1alpha1', kind, name, ...fields(random) };
  });
  return { name: `seed ${String(random.seed)}`, documents };
}
