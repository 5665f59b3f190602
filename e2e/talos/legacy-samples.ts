import type { JsonObject } from '../../lib/cluster';

const key = Buffer.alloc(32, 1).toString('base64');
const authority = { crt: 'YQ==', key: 'YQ==' };

/** Sections of the main document that Talos accepts, for what only the older form of the network and others can say. */
export const legacySamples: readonly JsonObject[] = [
  links({ interface: 'eth0', dhcp: true, mtu: 1500, dhcpOptions: { routeMetric: 1024 } }),
  links({
    deviceSelector: { hardwareAddr: '00:1a:4b:*', physical: true },
    addresses: ['192.0.2.2/24', '2001:db8::2/64'],
    routes: [
      { network: '0.0.0.0/0', gateway: '192.0.2.1', metric: 100, mtu: 1400 },
      { network: '198.51.100.0/24', source: '192.0.2.2' },
      { gateway: '2001:db8::1' },
    ],
  }),
  links({ interface: 'eth0', cidr: '192.0.2.2/24', vip: { ip: '192.0.2.9', hcloud: { apiToken: 'x' } } }),
  links(
    {
      interface: 'bond0',
      addresses: ['192.0.2.2/24'],
      bond: {
        interfaces: ['eth0', 'eth1'],
        mode: '802.3ad',
        lacpRate: 'fast',
        xmitHashPolicy: 'layer3+4',
        miimon: 100,
        updelay: 200,
        downdelay: 200,
        adActorSysPrio: 1,
        adSelect: 'count',
      },
    },
    { interface: 'eth0', ignore: true },
  ),
  links({
    interface: 'bond0',
    bond: {
      deviceSelectors: [{ driver: 'x' }],
      mode: 'active-backup',
      primary: 'eth0',
      arpInterval: 100,
      arpValidate: 'all',
    },
  }),
  links({
    interface: 'bond0',
    bond: {
      interfaces: ['eth0'],
      mode: 'balance-alb',
      tlbDynamicLb: 1,
      failOverMac: 'active',
      primaryReselect: 'better',
    },
  }),
  links({
    interface: 'bond0',
    bond: { interfaces: ['eth0'], packetsPerSlave: 5, arpAllTargets: 'all', useCarrier: true },
  }),
  links(
    {
      interface: 'br0',
      dhcp: true,
      bridge: { interfaces: ['eth0'], stp: { enabled: true }, vlan: { vlanFiltering: true } },
    },
    { interface: 'eth0', bridgePort: { master: 'br0' } },
  ),
  links({
    interface: 'eth0',
    vlans: [{ vlanId: 7, addresses: ['192.0.2.2/24'], routes: [{ gateway: '192.0.2.1' }], vip: { ip: '192.0.2.9' } }],
  }),
  links({
    interface: 'wg0',
    addresses: ['192.0.2.2/24'],
    wireguard: {
      privateKey: key,
      listenPort: 51820,
      peers: [
        {
          publicKey: key,
          endpoint: '192.0.2.7:51820',
          persistentKeepaliveInterval: '10s',
          allowedIPs: ['198.51.100.0/24'],
        },
      ],
    },
  }),
  machine({
    install: {
      diskSelector: { size: '>= 100GB', type: 'ssd', model: 'x*', busPath: '/pci*' },
      extensions: [{ image: 'a/b' }],
    },
  }),
  machine({ install: { disk: '/dev/sda', extraKernelArgs: ['a=1'], grubUseUKICmdline: false, wipe: true } }),
  machine({
    disks: [
      { device: '/dev/sdb', partitions: [{ mountpoint: '/var/mnt/a', size: '10 GB' }, { mountpoint: '/var/mnt/b' }] },
    ],
  }),
  machine({
    kubelet: {
      extraConfig: { maxPods: 200 },
      nodeIP: { validSubnets: ['192.0.2.0/24', '!192.0.2.9'] },
      extraMounts: [{ destination: '/a', type: 'bind', source: '/a', options: ['rw'] }],
      clusterDNS: ['192.0.2.10'],
    },
    nodeLabels: { 'example.com/a': 'b' },
    nodeAnnotations: { 'example.com/a': 'any text' },
    nodeTaints: { 'example.com/a': 'x:NoSchedule', b: 'NoExecute' },
  }),
  machine({
    systemDiskEncryption: {
      state: {
        provider: 'luks2',
        keys: [
          { slot: 0, nodeID: {} },
          { slot: 1, static: { passphrase: 'x' } },
        ],
      },
      ephemeral: {
        keys: [
          { slot: 0, kms: { endpoint: 'https://a' } },
          { slot: 1, tpm: {} },
        ],
      },
    },
  }),
  machine({
    logging: { destinations: [{ endpoint: 'udp://192.0.2.3:514', format: 'json_lines', extraTags: { a: 'b' } }] },
  }),
  machine({
    features: {
      hostDNS: { enabled: true, forwardKubeDNSToHost: true, resolveMemberNames: true },
      kubernetesTalosAPIAccess: { enabled: true, allowedRoles: ['os:reader'], allowedKubernetesNamespaces: ['a'] },
      nodeAddressSortAlgorithm: 'v2',
      kubePrism: { enabled: true, port: 7445 },
      imageCache: { localEnabled: true },
    },
  }),
  machine({
    network: {
      kubespan: {
        enabled: true,
        mtu: 1400,
        filters: { endpoints: ['!192.0.2.0/24'], excludeAdvertisedNetworks: ['192.0.2.0/24'] },
      },
    },
  }),
  machine({
    network: {
      hostname: 'a',
      nameservers: ['192.0.2.3'],
      searchDomains: ['a.example.com'],
      extraHostEntries: [{ ip: '192.0.2.4', aliases: ['a'] }],
    },
  }),
  machine({
    time: { servers: ['a.example.com'], bootTimeout: '1m' },
    env: { A: 'b' },
    sysctls: { a: 'b' },
    sysfs: { a: 'b' },
  }),
  machine({
    files: [{ content: 'x', permissions: 420, path: '/var/a', op: 'create' }],
    kernel: { modules: [{ name: 'a', parameters: ['b'] }] },
  }),
  machine({
    registries: {
      mirrors: { 'docker.io': { endpoints: ['https://a.example.com'], skipFallback: true } },
      config: {
        'a.example.com': { tls: { ca: 'YQ==', insecureSkipVerify: true }, auth: { username: 'a', password: 'b' } },
      },
    },
  }),
  machine({
    acceptedCAs: [{ crt: 'YQ==' }],
    udev: { rules: ['a'] },
    seccompProfiles: [{ name: 'a', value: { a: 1 } }],
    pods: [{ a: 1 }],
  }),
  cluster({
    network: { dnsDomain: 'cluster.example.com', cni: { name: 'custom', urls: ['https://a.example.com/b'] } },
  }),
  cluster({ network: { cni: { name: 'flannel', flannel: { extraArgs: ['--a'], kubeNetworkPoliciesEnabled: true } } } }),
  cluster({
    apiServer: {
      image: 'a',
      extraArgs: { a: 'b', c: ['d', 'e'] },
      authorizationConfig: [{ type: 'Webhook', name: 'a', webhook: { a: 1 } }],
      resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: 2 } },
      extraVolumes: [{ hostPath: '/a', mountPath: '/b', readonly: true }],
      env: { A: 'b' },
    },
    controllerManager: { resources: { limits: { memory: '1Gi' } } },
    scheduler: { config: { a: 1 }, resources: { requests: { cpu: '1' } } },
  }),
  cluster({
    externalCloudProvider: { enabled: true, manifests: ['https://a.example.com/b.yaml'] },
    adminKubeconfig: { certLifetime: '1h' },
  }),
  cluster({
    inlineManifests: [
      { name: 'a', contents: 'b' },
      { name: 'c', contents: 'd' },
    ],
    extraManifests: ['https://a'],
    coreDNS: { disabled: true },
  }),
  cluster({
    etcd: { ca: authority, advertisedSubnets: ['192.0.2.0/24'], listenSubnets: ['!192.0.2.9'], extraArgs: { a: 'b' } },
  }),
  cluster({ etcd: { ca: authority, subnet: '192.0.2.0/24' } }),
  cluster({
    discovery: {
      enabled: true,
      registries: { kubernetes: { disabled: true }, service: { endpoint: 'https://discovery.example.com/' } },
    },
  }),
  cluster({
    discovery: { enabled: false },
    acceptedCAs: [{ crt: 'YQ==' }],
    proxy: { disabled: true, mode: 'ipvs', extraArgs: { a: 'b' } },
  }),
];

function links(...interfaces: readonly JsonObject[]): JsonObject {
  return machine({ network: { interfaces } });
}

function machine(fields: JsonObject): JsonObject {
  return { machine: fields };
}

function cluster(fields: JsonObject): JsonObject {
  return { cluster: fields };
}
