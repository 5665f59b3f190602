export interface Malformed {
  /** What a user got wrong. */
  readonly name: string;
  /** Statements that spoil `d`, a valid definition on vSphere, or `h`, one on Hetzner. */
  readonly spoil: string;
  /** Path, value and fix, as the message must show them. */
  readonly says: readonly string[];
}

/** What users get wrong, one thing each. */
export const malformed: readonly Malformed[] = [
  {
    name: 'a malformed CIDR',
    spoil: `d.network.pods = '10.244.0.0/33'`,
    says: ['network.pods: not a CIDR, got "10.244.0.0/33"', 'write address/prefix'],
  },
  {
    name: 'host bits in a CIDR',
    spoil: `d.network.pods = '10.244.3.1/16'`,
    says: ['network.pods: host bits are set, got "10.244.3.1/16"', 'did you mean 10.244.0.0/16?'],
  },
  {
    name: 'pods that overlap services',
    spoil: `d.network.services = '10.244.128.0/17'`,
    says: ['network.pods: overlaps network.services (10.244.128.0/17), got "10.244.0.0/16"', 'move one of the two'],
  },
  {
    name: 'services that overlap nodes',
    spoil: `d.network.services = '192.0.2.128/25'`,
    says: ['network.services: overlaps network.nodes (192.0.2.0/24), got "192.0.2.128/25"', 'move one'],
  },
  {
    name: 'an endpoint outside the node network',
    spoil: `d.network.endpoint.address = '198.51.100.1'`,
    says: ['network.endpoint.address:', 'got "198.51.100.1"', 'an address of 192.0.2.0/24', 'choose a free address'],
  },
  {
    name: 'an endpoint written as a URL',
    spoil: `d.network.endpoint.host = 'https://api.example.com:6443'`,
    says: ['network.endpoint.host: not a host, got "https://api.example.com:6443"', 'write the host alone'],
  },
  {
    name: 'a machine outside the node network',
    spoil: `d.machines.pools.worker.machines[2].address = '198.51.100.9'`,
    says: [
      'machines.pools.worker.machines.2.address: the address of talos-edge-worker-2 is outside',
      'got "198.51.100.9"',
      'correct it',
    ],
  },
  {
    name: 'an address with a prefix',
    spoil: `d.machines.pools.worker.machines[2].address = '192.0.2.22/24'`,
    says: ['machines.pools.worker.machines.2.address: not an IP address, got "192.0.2.22/24"', 'without a prefix'],
  },
  {
    name: 'a gateway outside the node network',
    spoil: `d.network.gateway = '198.51.100.1'`,
    says: ['network.gateway: the gateway is outside', 'got "198.51.100.1"', 'correct it'],
  },
  {
    name: 'one MAC address on two machines',
    spoil: `d.machines.pools.worker.machines[2].mac = '00:50:56:01:00:01'`,
    says: [
      'machines.pools.worker.machines.2.mac: the MAC address of talos-edge-worker-2 is taken by talos-edge-controlplane-1',
      'got "00:50:56:01:00:01"',
      'change one of the two',
    ],
  },
  {
    name: 'one address on two machines',
    spoil: `d.machines.pools.worker.machines[2].address = '192.0.2.21'`,
    says: ['talos-edge-worker-2 is taken by talos-edge-worker-1', 'change one of the two'],
  },
  {
    name: 'a machine on the address of the endpoint',
    spoil: `d.machines.pools.worker.machines[2].address = '192.0.2.10'`,
    says: ['talos-edge-worker-2 is taken by the endpoint (network.endpoint.address)', 'change one of the two'],
  },
  {
    name: 'a malformed MAC address',
    spoil: `d.machines.pools.worker.machines[2].mac = '00:50:56:01:01'`,
    says: ['machines.pools.worker.machines.2.mac: not a MAC address, got "00:50:56:01:01"', 'six pairs', 'correct it'],
  },
  {
    name: 'a multicast MAC address',
    spoil: `d.machines.pools.worker.machines[2].mac = '01:50:56:01:01:02'`,
    says: ['a multicast MAC address, got "01:50:56:01:01:02"', 'use an address of one machine'],
  },
  {
    name: 'an even control plane',
    spoil: `d.machines.pools.controlplane.machines[2] = { mac: '00:50:56:01:00:02', address: '192.0.2.12' }`,
    says: ['machines.pools.controlplane: an even number of control plane machines, got 2', 'use 1 or 3'],
  },
  {
    name: 'no control plane',
    spoil: `delete d.machines.pools.controlplane`,
    says: ['machines.pools: no control plane machine, got ["worker"]', 'add a control plane pool'],
  },
  {
    name: 'a name with capitals and dots',
    spoil: `d.name = 'Edge.One'`,
    says: ['name: not a DNS-1123 label, got "Edge.One"', 'write edge-one'],
  },
  {
    name: 'a name that is too long',
    spoil: `d.name = 'e'.repeat(41)`,
    says: ['name: too long a name (41 characters)', '40 characters or fewer', 'shorten it'],
  },
  {
    name: 'names that make too long a name together',
    spoil: `d.name = 'e'.repeat(40); d.machines.pools['w'.repeat(20)] = d.machines.pools.worker; delete d.machines.pools.worker`,
    says: ['the host name made from it is too long', '63 characters or fewer', 'shorten the names'],
  },
  {
    name: 'a moving version',
    spoil: `d.versions.kubernetes = 'latest'`,
    says: ['versions.kubernetes: not an exact version, got "latest"', 'pin one release'],
  },
  {
    name: 'a range of versions',
    spoil: `d.versions.kubernetes = '^1.35.0'`,
    says: ['versions.kubernetes: not an exact version, got "^1.35.0"', 'pin one release'],
  },
  {
    name: 'a version without its v',
    spoil: `d.versions.talos = '1.12.2'`,
    says: ['versions.talos: not an exact version, got "1.12.2"', 'write v1.12.2'],
  },
  {
    name: 'a Kubernetes that Talos does not support',
    spoil: `d.versions.kubernetes = 'v1.36.0'`,
    says: [
      'versions.kubernetes: not supported by Talos v1.12.2, got "v1.36.0"',
      'Kubernetes 1.30 to 1.35',
      'change one',
    ],
  },
  {
    name: 'an unknown Talos release',
    spoil: `d.versions.talos = 'v1.2.0'`,
    says: ['versions.talos: unknown Talos release, got "v1.2.0"', 'choose a supported release'],
  },
  {
    name: 'a chart without an exact version',
    spoil: `d.platform[0].components[0].chart = { name: 'c', version: '1.x', repository: 'https://charts.example.com' }`,
    says: ['platform.base.one.version: not an exact chart version, got "1.x"', 'pin one release'],
  },
  {
    name: 'no age recipient',
    spoil: `d.gitops.secrets.recipients = []; d.recipients = {}`,
    says: ['gitops.secrets.recipients: no age recipient', 'got []', 'name one'],
  },
  {
    name: 'an unknown age recipient',
    spoil: `d.gitops.secrets.recipients = ['opps', 'ops']`,
    says: ['gitops.secrets.recipients: unknown recipient, got "opps"', 'did you mean ops?'],
  },
  {
    name: 'an unused age recipient',
    spoil: `d.recipients.old = d.recipients.ops`,
    says: ['recipients.old: the recipient is used by nothing', 'or remove it'],
  },
  {
    name: 'an age recipient with a typing error',
    spoil: `d.recipients.ops = d.recipients.ops.replace('ex3', 'ex4')`,
    says: ['recipients.ops: not an age recipient, got "age1ex4', 'copy the line'],
  },
  {
    name: 'a misspelled key',
    spoil: `d.network.podz = d.network.pods; delete d.network.pods`,
    says: ['network.pods: missing', 'network.podz: unknown key', 'correct its spelling'],
  },
  {
    name: 'a misspelled section',
    spoil: `d.machine = d.machines; delete d.machines`,
    says: ['machine: unknown key', 'did you mean machines?', 'machines: missing'],
  },
  {
    name: 'a number written as text',
    spoil: `d.machines.pools.worker.cpus = '8'`,
    says: ['machines.pools.worker.cpus: wrong type, got "8"', 'a number'],
  },
  {
    name: 'memory without a unit',
    spoil: `d.machines.pools.worker.memory = 32`,
    says: ['machines.pools.worker.memory: must be a size such as GiB(4), got 32', 'correct the value'],
  },
  { name: 'an unknown infrastructure', spoil: `d.machines.kind = 'aws'`, says: ['machines', 'got "aws"', 'vsphere'] },
  {
    name: 'a repository URL with a password',
    spoil: `d.gitops.repository.url = 'https://bot:hunter2@git.example.com/x.git'`,
    says: ['gitops.repository.url: the URL carries a credential', 'remove user and password'],
  },
  {
    name: 'a repository folder with a glob',
    spoil: `d.gitops.repository.path = 'trees/*'`,
    says: ['gitops.repository.path: characters that a glob', 'got "trees/*"', 'rename the folder'],
  },
  {
    name: 'no repository URL',
    spoil: `d.gitops.repository.url = 'platform'`,
    says: ['gitops.repository.url: not a repository URL, got "platform"', 'write the URL'],
  },
  {
    name: 'one component in two stages',
    spoil: `d.platform[1].components.push(d.platform[0].components[0])`,
    says: ['platform.apps.one: the component stands in stage base as well, got "one-system/one"', 'remove one'],
  },
  {
    name: 'a component that needs a later stage',
    spoil: `d.platform[0].components[0].requires = ['dns']; d.platform[1].components[0].provides = ['dns']`,
    says: [
      'platform.base.one: what it requires comes only in the later stage apps (base/one → dns → apps/two), got "dns"',
      'move one of the two',
    ],
  },
  {
    name: 'a component that needs what nothing provides',
    spoil: `d.platform[0].components[0].requires = ['dns']`,
    says: ['platform.base.one: nothing provides what it requires, got "dns"', 'add a component'],
  },
  {
    name: 'an unknown location',
    spoil: `h.machines.pools['control-plane'].location = 'nbg2'`,
    says: ['machines.pools.control-plane.location: unknown location, got "nbg2"', 'did you mean nbg1?'],
  },
  {
    name: 'a location of another network zone',
    spoil: `h.machines.pools['control-plane'].location = 'ash'`,
    says: [
      'the location is in zone us-east, the network in eu-central, got "ash"',
      'fsn1, nbg1, hel1',
      'choose a location',
    ],
  },
  {
    name: 'pods outside the private network',
    spoil: `h.network.pods = '10.244.0.0/16'`,
    says: [
      'network.pods: the private network 10.10.0.0/16 does not hold this network, got "10.244.0.0/16"',
      'choose a part of it',
    ],
  },
  {
    name: 'a moving provider version',
    spoil: `h.machines.managedBy.hetzner = 'latest'`,
    says: ['machines.managedBy.hetzner: not an exact version, got "latest"', 'pin one release'],
  },
];
