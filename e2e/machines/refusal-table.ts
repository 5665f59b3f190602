import { hetznerLimits } from '../../lib/cluster';

/** The project that the requests speak of: one of each kind, its network 10.0.0.0/16 with the subnet 10.0.1.0/24. */
export interface ProjectIds {
  readonly network: number;
  readonly group: number;
  readonly server: number;
  readonly balancer: number;
  readonly image: number;
}

/** A request, and the refusal that it must get. */
interface Refusal {
  readonly name: string;
  readonly path: string;
  readonly body: object;
  readonly status: number;
  readonly code: string;
}

export function serverBody(name: string, image: number) {
  return { name, server_type: 'cx23', image, location: 'nbg1' };
}

/** Requests that Hetzner refuses. Source: Hetzner Cloud API documentation, errors and limits of each call. */
export function refusalTable({ network, server, balancer, image }: ProjectIds): readonly Refusal[] {
  const body = serverBody('two', image);
  const invalid = { status: 422, code: 'invalid_input' };
  const servers = { path: '/servers', ...invalid };
  const attach = { path: `/servers/${String(server)}/actions/attach_to_network`, ...invalid };
  const subnet = { path: `/networks/${String(network)}/actions/add_subnet`, ...invalid };
  const zone = { type: 'cloud', network_zone: 'eu-central' };
  const targets = { path: `/load_balancers/${String(balancer)}/actions/add_target`, status: 422 };
  return [
    { name: 'an unknown server type', ...servers, body: { ...body, server_type: 'cx99' } },
    { name: 'an unknown location', ...servers, body: { ...body, location: 'nowhere' } },
    { name: 'an unknown image', ...servers, body: { ...body, image: 1 } },
    { name: 'an image of another architecture', ...servers, body: { ...body, server_type: 'cax11' } },
    { name: 'a name that is no host name', ...servers, body: { ...body, name: 'a_b' } },
    { name: 'a field that it does not know', ...servers, body: { ...body, user_dat: '' } },
    {
      name: 'user_data that is too large',
      ...servers,
      body: { ...body, user_data: 'x'.repeat(hetznerLimits.userData + 1) },
    },
    { name: 'a label with a space', ...servers, body: { ...body, labels: { key: 'a b' } } },
    {
      name: 'a type that the location does not sell',
      ...servers,
      body: { ...body, location: 'ash' },
      status: 412,
      code: 'resource_unavailable',
    },
    { name: 'a name that is taken', ...servers, body: { ...body, name: 'one' }, status: 409, code: 'uniqueness_error' },
    { name: 'an unknown network', ...servers, body: { ...body, networks: [1] }, status: 404, code: 'not_found' },
    { name: 'an address outside the subnets', ...attach, body: { network, ip: '10.0.2.5' } },
    { name: 'the gateway as an address', ...attach, body: { network, ip: '10.0.0.1' } },
    { name: 'the last address of a subnet', ...attach, body: { network, ip: '10.0.1.255' } },
    { name: 'a public network', path: '/networks', body: { name: 'two', ip_range: '203.0.113.0/24' }, ...invalid },
    { name: 'a network with host bits', path: '/networks', body: { name: 'two', ip_range: '10.0.0.1/16' }, ...invalid },
    { name: 'a subnet outside its network', ...subnet, body: { ...zone, ip_range: '10.1.0.0/24' } },
    { name: 'a subnet that overlaps', ...subnet, body: { ...zone, ip_range: '10.0.1.128/25' } },
    { name: 'a rule without a source', path: '/firewalls', body: { name: 'two', rules: [rule([])] }, ...invalid },
    {
      name: 'a rule with host bits',
      path: '/firewalls',
      body: { name: 'two', rules: [rule(['10.0.0.1/8'])] },
      ...invalid,
    },
    {
      name: 'a rule with a port backwards',
      path: '/firewalls',
      body: { name: 'two', rules: [rule(['::/0'], '9-1')] },
      ...invalid,
    },
    {
      name: 'a private target of a balancer outside',
      ...targets,
      body: privateTarget(server),
      code: 'load_balancer_not_attached_to_network',
    },
  ];
}

function rule(source_ips: readonly string[], port = '6443') {
  return { direction: 'in', protocol: 'tcp', port, source_ips };
}

function privateTarget(id: number) {
  return { type: 'server', server: { id }, use_private_ip: true };
}
