import type { Json, JsonObject } from '../../lib/cluster';
import { contractOf, generateConfig, type ConfigDocument, type Mode } from '../../lib/talos';
import { document } from '../../lib/talos/document';
import { around, breakables, namedBreaks } from '../../test/talos/validate/breaks';
import { compare } from './compare';
import { contracts, roles, type Bundle } from './differential';
import type { Oracle } from './oracle';
import type { Tally } from '../tally';

type Change = (documents: readonly ConfigDocument[]) => readonly ConfigDocument[];

/** Changes of a configuration, most of which break a rule under some contract, in some role or mode. */
const changes: Readonly<Record<string, Change>> = {
  nothing: (documents) => documents,
  'no machine section': set('machine', null),
  'no cluster section': set('cluster', null),
  'another machine type': set('machine.type', 'other'),
  'an alias of the machine type': set('machine.type', 'init'),
  'persist off': set('persist', false),
  'no install disk': set('machine.install', { wipe: false }),
  'an install section': set('machine.install', { disk: '/dev/sda', wipe: false }),
  'kernel arguments': set('machine.install.extraKernelArgs', ['a=1']),
  'kernel arguments beside those of the image': set('machine.install', {
    disk: 'a',
    extraKernelArgs: ['a=1'],
    grubUseUKICmdline: true,
  }),
  'an extension twice': set('machine.install.extensions', [{ image: 'a' }, { image: 'a' }]),
  'no key of the authority': set('machine.ca', { crt: 'YQ==', key: '' }),
  'no certificate of the authority': set('machine.ca', { crt: '', key: '' }),
  'the key of Kubernetes': set('cluster.ca', { crt: 'YQ==', key: 'YQ==' }),
  'no endpoint host': set('cluster.controlPlane', { endpoint: 'https://:6443' }),
  'a port that is too high': set('cluster.controlPlane', { endpoint: 'https://a:70000' }),
  'no endpoint': set('cluster.controlPlane', null),
  'a good endpoint': set('cluster.controlPlane', { endpoint: 'https://[2001:db8::1]:6443' }),
  'a bad DNS domain': set('cluster.network', { dnsDomain: 'a..b' }),
  'no name of the pod network': set('cluster.network', { cni: { name: '' } }),
  'an unknown pod network': set('cluster.network', { cni: { name: 'cilium' } }),
  'manifests beside flannel': set('cluster.network', { cni: { name: 'flannel', urls: ['https://a/b'] } }),
  'no pod network': set('cluster.network', { cni: { name: 'none' } }),
  'a custom pod network without manifests': set('cluster.network', { cni: { name: 'custom' } }),
  'access to the Talos API': set('machine.features.kubernetesTalosAPIAccess', {
    enabled: true,
    allowedRoles: ['os:reader'],
  }),
  'no access to the Talos API': set('machine.features.kubernetesTalosAPIAccess', { enabled: false }),
  'access to the Talos API by a document': add(document('KubeTalosAPIAccessConfig', { allowedRoles: ['os:reader'] })),
  'a field of the kubelet': set('machine.kubelet', { extraConfig: { seccompDefault: true } }),
  'a field of the kubelet that is free': set('machine.kubelet', { extraConfig: { maxPods: 200 } }),
  'a field of the kubelet by a document': change('KubeletConfig', { config: { resolvConf: 'x', kind: 'x' } }),
  'a shared address': set('machine.network', { interfaces: [{ interface: 'eth0', vip: { ip: '192.0.2.1' } }] }),
  'a shared address on a VLAN': set('machine.network', {
    interfaces: [{ interface: 'eth0', vlans: [{ vlanId: 1, vip: { ip: '192.0.2.1' } }] }],
  }),
  'a link without name': set('machine.network', { interfaces: [{ dhcp: true }] }),
  'a link with name and selector': set('machine.network', {
    interfaces: [{ interface: 'a', deviceSelector: { driver: 'b' } }],
  }),
  'a host name in the main document': set('machine.network', { hostname: 'a' }),
  'name servers in the main document': set('machine.network', { nameservers: ['192.0.2.1'] }),
  'a host name beside a made one': change('HostnameConfig', { hostname: 'a' }),
  'a host name': change('HostnameConfig', { auto: 'off', hostname: 'a' }),
  'an unknown way to make a host name': change('HostnameConfig', { auto: 'talos-addr' }),
  'no host name': change('HostnameConfig', { auto: undefined }),
  'another host name document': add(document('HostnameConfig', { auto: 'off', hostname: 'a' })),
  'stable host names in the main document': set('machine.features.stableHostname', true),
  'name servers': add(document('ResolverConfig', { nameservers: [{ address: '192.0.2.1' }] })),
  'host DNS off': set('machine.features.hostDNS', { enabled: false, forwardKubeDNSToHost: true }),
  'host DNS off by its document': change('ResolverConfig', { hostDNS: { enabled: false, forwardKubeDNSToHost: true } }),
  'host DNS with search domains in the main document': set('machine.network', {
    searchDomains: ['a'],
    disableSearchDomain: true,
  }),
  'small packets': add(document('KubeSpanConfig', { enabled: true, mtu: 1000 })),
  KubeSpan: add(document('KubeSpanConfig', { enabled: true })),
  'KubeSpan in the main document': set('machine.network', { kubespan: { enabled: true, mtu: 1000 } }),
  'no discovery': set('cluster.discovery', { enabled: false }),
  'discovery without identity': set('cluster.id', ''),
  'discovery without secret': set('cluster.secret', ''),
  'etcd on a worker': set('cluster.etcd', { ca: { crt: 'YQ==', key: 'YQ==' } }),
  'the same link twice': add(document('LinkConfig', {}, 'a'), document('LinkConfig', {}, 'a')),
  'a link and a bond of one name': add(
    document('LinkConfig', {}, 'a'),
    document('BondConfig', { links: ['b'], bondMode: 'active-backup' }, 'a'),
  ),
  'two links': add(document('LinkConfig', {}, 'a'), document('LinkConfig', {}, 'b')),
  'two kinds of shared address': add(
    document('Layer2VIPConfig', { link: 'a' }, '192.0.2.1'),
    document('HCloudVIPConfig', { link: 'a', apiToken: 'x' }, '192.0.2.1'),
  ),
  'a volume of no use': add(document('VolumeConfig', {}, 'OTHER')),
  'a volume': add(document('VolumeConfig', {}, 'STATE')),
  'a bad name of a user volume': add(document('UserVolumeConfig', { volumeType: 'directory' }, 'a_b')),
  'a user volume': add(document('UserVolumeConfig', { volumeType: 'directory' }, 'a-b')),
  'encryption twice': (documents) =>
    add(document('VolumeConfig', { encryption: ENCRYPTION }, 'STATE'))(
      set('machine.systemDiskEncryption', { state: ENCRYPTION })(documents),
    ),
  'a document of the control plane': add(
    document('KubeCredentialProviderConfig', { configuration: {} }),
    document('KubeExternalManifestConfig', { url: 'https://a/b' }, 'a'),
  ),
  'time in two places': (documents) =>
    add(document('TimeSyncConfig', { enabled: true }))(set('machine.time', { servers: ['a'] })(documents)),
  'time turned on in the main document': (documents) =>
    add(document('TimeSyncConfig', { enabled: true }))(set('machine.time', { disabled: false })(documents)),
  'a manifest twice': set('cluster.inlineManifests', [
    { name: 'a', contents: 'a' },
    { name: 'a', contents: 'b' },
  ]),
  'labels in the main document': set('machine.nodeLabels', { a: 'b' }),
  'scheduling in the main document': set('cluster.allowSchedulingOnControlPlanes', true),
  'an API server in the main document': set('cluster.apiServer', { image: 'a' }),
  'a proxy in the main document': set('cluster.proxy', { disabled: true }),
  'no key of etcd': set('cluster.secretboxEncryptionSecret', ''),
  'no key of etcd by a document': (documents) => documents.filter(({ kind }) => kind !== 'KubeEtcdEncryptionConfig'),
  'a key of etcd in the main document': set('cluster.secretboxEncryptionSecret', 'a'),
};

const ENCRYPTION = { provider: 'luks2', keys: [{ slot: 0, nodeID: {} }] };

/** Each rule broken by itself, in a configuration as small as can be; and each such configuration before it is broken. */
export async function namedConfigs(oracle: Oracle, tally: Tally) {
  const right = breakables.map(({ document }) => ({
    name: `${nameOf(document)} that is right`,
    documents: around(document),
  }));
  for (const { name, documents } of [...right, ...namedBreaks]) {
    await compare(oracle, tally, `break: ${name}`, documents, 'metal');
  }
}

function nameOf({ kind }: ConfigDocument): string {
  return typeof kind === 'string' ? kind : 'main document';
}

/** Our verdict on broken configurations against that of Talos, under every contract, in both roles and modes. */
export async function brokenConfigs(oracle: Oracle, tally: Tally, { secrets }: Bundle) {
  const cluster = { name: 'test', endpoint: 'https://api.example.com:6443', kubernetes: 'v1.34.0' };
  const options = { installDisk: '/dev/sda', installImage: 'installer.example.com/talos:v1' };
  for (const contract of contracts) {
    for (const role of roles) {
      const base = generateConfig({ contract: contractOf(`v${contract}.0`), role, cluster, secrets, options });
      for (const [name, alter] of Object.entries(changes)) {
        const documents = alter(base);
        for (const mode of ['metal', 'cloud'] satisfies Mode[]) {
          await compare(oracle, tally, `validate: ${name}, contract ${contract}, ${role}, ${mode}`, documents, mode);
        }
      }
    }
  }
}

/** Sets a field of the main document. */
function set(path: string, value: Json): Change {
  return (documents) =>
    documents.map((entry) => (entry.kind === undefined ? put(entry, path.split('.'), value) : entry));
}

/** Sets fields of the documents of a kind, where there are any. */
function change(kind: string, fields: JsonObject): Change {
  return (documents) => documents.map((entry) => (entry.kind === kind ? { ...entry, ...fields } : entry));
}

function add(...more: readonly ConfigDocument[]): Change {
  return (documents) => [...documents, ...more];
}

function put(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...object, [key]: value };
  const inner = object[key];
  return {
    ...object,
    [key]: put(typeof inner === 'object' && !Array.isArray(inner) ? (inner as JsonObject) : {}, rest, value),
  };
}
