import { describe, expect, it } from 'vitest';
import {
  check,
  formatProblem,
  GiB,
  hetzner,
  hetznerPlacementGroup,
  type HetznerMachinesInfrastructure,
  type HetznerMachinesOptions,
} from '../../../lib/cluster';
import { hetznerMachinesCluster, hetznerMachinesDefinition } from '../../support/clusters-terraform';

type Pools = HetznerMachinesOptions['pools'];
type Pool = Pools[string];

const address = (host: number) => ({ address: `10.10.64.${String(host)}` });
const control = (more: Partial<Pool> = {}): Pool =>
  hetzner.controlPlane({ type: 'cx33', location: 'nbg1', machines: { 1: address(11) }, ...more });

const problems = (more: Partial<HetznerMachinesOptions> = {}, system = {}) =>
  check({ ...hetznerMachinesDefinition(more), ...system }).map(formatProblem);
const ofPool = (more: Partial<Pool>) => problems({ pools: { control: control(more) } });
/** So many machines; keys that are words share a placement group, numbers do not. */
const many = (count: number, key = (i: number) => `m${String(i)}`) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      key(i),
      { address: `10.10.${String(64 + Math.floor(i / 100))}.${String(10 + (i % 100))}` },
    ]),
  );

describe('Hetzner servers that the definition lists', () => {
  it('are what hetzner() makes of pools without Cluster API', () => {
    const { machines, pools } = hetznerMachinesCluster();
    expect(machines.kind).toBe('hetzner-machines');
    expect(pools.map(({ name, count, role }) => [name, count, role])).toEqual([
      ['controlplane', 3, 'control-plane'],
      ['worker', 2, 'worker'],
    ]);
    expect(pools[0]!.machines.map(({ name }) => name)).toEqual([
      'talos-edge-controlplane-1',
      'talos-edge-controlplane-2',
      'talos-edge-controlplane-3',
    ]);
  });

  it('have no problems in several locations of a zone', () => {
    expect(problems()).toEqual([]);
  });

  it('fails for an unknown server type, with the nearest names', () => {
    const [problem] = ofPool({ type: 'cx34' });
    expect(problem).toContain('machines.pools.control.type: unknown server type, got "cx34"');
    expect(problem).toMatch(/did you mean cx\d\d, cx\d\d, cx\d\d\?$/);
    expect(problem).toContain('cx33');
  });

  it('fails for a location without the type, with what it has', () => {
    const zone = { network: { cidr: '10.10.0.0/16', zone: 'us-east' } };
    expect(problems({ ...zone, pools: { control: control({ type: 'cx33', location: 'ash' }) } })).toEqual([
      'machines.pools.control.type: location ash does not have this server type, got "cx33"; allowed: cpx11, cpx21, cpx31, cpx41, cpx51, ccx13, ccx23, ccx33, ccx43, ccx53, ccx63; choose one of them, such as ccx33, or a location that has cx33: fsn1, hel1, nbg1',
    ]);
  });

  it('fails for a location of another zone, an unknown one, and none', () => {
    expect(ofPool({ location: 'ash', type: 'ccx13' })[0]).toContain(
      'the location is in zone us-east, the network in eu-central',
    );
    expect(ofPool({ location: 'nbg2' })[0]).toContain('unknown location, got "nbg2"');
    expect(ofPool({ machines: { 1: { ...address(11), location: 'fsn2' } } })[0]).toContain(
      'machines.pools.control.machines.1.location: unknown location',
    );
    expect(ofPool({ location: undefined })[0]).toContain('nothing says where the machine stands');
  });

  it('fails for eleven servers in a placement group', () => {
    expect(ofPool({ machines: many(11) })).toEqual([
      'machines.pools.control.machines: a placement group holds 10 servers, group 1 has more, got 11; allowed: 10 at most; name another placementGroup for some of the machines, or turn spread off',
    ]);
    expect(ofPool({ machines: many(11), spread: false })).toEqual([]);
  });

  it('share a placement group by tens of their keys, whoever else leaves', () => {
    const machines = many(25, (i) => String(i + 1));
    expect(ofPool({ machines })).toEqual([]);
    const { machines: read } = hetznerMachinesCluster({ pools: { control: control({ machines }) } });
    const pool = (read as HetznerMachinesInfrastructure).pools.control!;
    expect(['1', '10', '11', '20', '21', '25'].map((key) => hetznerPlacementGroup(pool, key))).toEqual([
      '1',
      '1',
      '2',
      '2',
      '3',
      '3',
    ]);
  });

  it('fails for a placement group in a pool that is not spread', () => {
    const worker = hetzner.worker({
      type: 'cx33',
      location: 'nbg1',
      machines: { 1: { ...address(21), placementGroup: 'a' } },
    });
    expect(problems({ pools: { control: control(), worker } })[0]).toContain('the pool is not spread');
  });

  it('fails for a network of 101 members, the load balancer counted', () => {
    const network = { ...hetznerMachinesDefinition().network, nodes: '10.10.64.0/20' };
    const pools = (count: number): Pools => ({ control: control({ spread: false, machines: many(count) }) });
    const text = (count: number) => problems({ pools: pools(count) }, { network }).join();
    expect(text(101)).toContain('a private network holds 100 members, the load balancer counted, got 102');
    expect(text(99)).not.toContain('a private network holds');
  });

  it.each([
    ['10.10.64.0', 'the address of the node network itself'],
    ['10.10.64.1', 'the gateway of the node network'],
    ['10.10.64.127', 'the broadcast address of the node network'],
    ['10.10.64.126', 'the address is that of the load balancer'],
  ])('fails for the address %s, which is %s', (taken, what) => {
    expect(ofPool({ machines: { 1: { address: taken } } }).join()).toContain(what);
  });

  it('fails for a network that is not private, has host bits, or does not hold the others', () => {
    const at = (cidr: string) => problems({ network: { cidr, zone: 'eu-central' } }).join();
    expect(at('198.51.100.0/24')).toContain('not a private IPv4 network');
    expect(at('10.10.1.0/16')).toContain('host bits are set, got "10.10.1.0/16"');
    expect(at('10.0.0.0/16')).toContain('the private network 10.0.0.0/16 does not hold this network');
  });

  it('fails for subnets that overlap, lie outside, or are too many', () => {
    const of = (subnets: Record<string, string>) =>
      problems({ network: { cidr: '10.10.0.0/16', zone: 'eu-central', subnets } }).join();
    expect(of({ a: '10.10.64.0/26' })).toContain('overlaps network.nodes (10.10.64.0/25)');
    expect(of({ a: '10.10.200.0/24' })).toContain('overlaps network.pods');
    expect(of({ a: '10.10.65.0/24', b: '10.10.65.128/25' })).toContain('overlaps machines.network.subnets.a');
    expect(of({ a: '10.11.0.0/24' })).toContain('does not hold this subnet');
    const fifty = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`s${String(i)}`, `10.10.${String(i)}.0/24`]),
    );
    expect(of(fifty)).toContain('a network has 50 subnets, that of the nodes counted, got 51');
    expect(of({ nodes: '10.10.65.0/24' })).toContain('the name is that of the subnet of the nodes');
  });

  it('fails for a firewall that the API refuses', () => {
    const of = (port: string | number, from: string[]) => problems({ firewall: { allow: [{ port, from }] } }).join();
    expect(of('http', ['0.0.0.0/0'])).toContain('not a port, got "http"');
    expect(of('90-80', ['0.0.0.0/0'])).toContain('not a port');
    expect(of(443, ['0.0.0.0'])).toContain('machines.firewall.allow.0.from.0: not a CIDR');
    const hundred = Array.from({ length: 101 }, (_, i) => `198.51.100.${String(i)}/32`);
    expect(of(443, hundred)).toContain('too many sources of a rule, got 101');
    expect(problems({ firewall: { apiFrom: ['10/8'] } }).join()).toContain('machines.firewall.apiFrom.0: not a CIDR');
  });

  it('fails for volumes of a size that is not sold, in parts, or too many', () => {
    expect(ofPool({ volumes: { a: { size: GiB(5) } } })[0]).toContain(
      'Hetzner has no volume of this size, got "5Gi"; allowed: 10Gi to 10240Gi',
    );
    expect(ofPool({ volumes: { a: { size: GiB(10.5) } } })[0]).toContain('not a whole number of GiB');
    const all = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`v${String(i)}`, { size: GiB(10) }]));
    expect(ofPool({ volumes: all })[0]).toContain('too many volumes for one server, got 17');
  });

  it('fails for volumes of two machines that would have one name', () => {
    const worker = (machines: Record<string, { address: string }>, volume: string): Pool =>
      hetzner.worker({ type: 'cx33', location: 'nbg1', machines, volumes: { [volume]: { size: GiB(10) } } });
    const pools = { control: control(), a: worker({ 1: address(21) }, '2-x'), 'a-1': worker({ 2: address(22) }, 'x') };
    expect(problems({ pools }).join()).toContain(
      'the volume has the same name as that of machines.pools.a.volumes.2-x',
    );
  });

  it('fails for addresses to keep and none to have', () => {
    expect(ofPool({ primaryIps: true, publicNetwork: { ipv4: false, ipv6: false } })[0]).toContain(
      'public addresses to keep, and none to have',
    );
  });

  it('fails for a zone of DNS that the endpoint is not in', () => {
    expect(problems({ dns: { zone: 'example.org' } })[0]).toContain(
      'the endpoint api.edge.example.com is not in this zone',
    );
    expect(problems({ dns: { zone: 'edge.example.com' } })).toEqual([]);
  });

  it('take their snapshot in anywhere, in another network zone too', () => {
    expect(problems({ image: hetzner.upload() })).toEqual([]);
    expect(problems({ image: hetzner.upload({ location: 'ash' }) })).toEqual([]);
  });

  it('fails for a snapshot made where nothing can be made', () => {
    expect(problems({ image: hetzner.upload({ location: 'nbg2' }) })[0]).toContain(
      'machines.image.location: unknown location, got "nbg2"',
    );
    const pools = { control: control({ type: 'cax21' }) };
    expect(problems({ pools, image: hetzner.upload({ location: 'ash' }) })).toEqual([
      expect.stringContaining('machines.image.location: no server type for arm64 is sold there'),
    ]);
  });

  it('fails for secure boot, which Hetzner does not have', () => {
    const { system } = hetznerMachinesDefinition();
    expect(problems({}, { system: { ...system, image: { secureBoot: true } } })[0]).toContain(
      'servers of Hetzner Cloud do not boot with secure boot',
    );
  });

  it('fails for labels and taints that Kubernetes or Talos does not take', () => {
    expect(ofPool({ labels: { 'example.com/tier': 'fast' }, taints: [{ key: 'a', effect: 'NoExecute' }] })).toEqual([]);
    expect(ofPool({ labels: { 'bad key': 'x' } })[0]).toContain('not a qualified name, got "bad key"');
    // nobody but the node gives a listed machine's node its labels
    const web = hetzner.worker({
      type: 'cx33',
      location: 'nbg1',
      machines: { 1: address(31) },
      labels: { 'node-role.kubernetes.io/web': '' },
    });
    expect(problems({ pools: { control: control(), web } })[0]).toContain(
      'the API server lets no node of this role give itself the label',
    );
    const taints = [
      { key: 'a', effect: 'NoSchedule' as const },
      { key: 'a', effect: 'NoExecute' as const },
    ];
    expect(ofPool({ taints })[0]).toContain('Talos keeps one taint for each key');
  });

  it('fails for a pool without machines', () => {
    const worker = hetzner.worker({ type: 'cx33', location: 'nbg1', machines: {} });
    expect(problems({ pools: { control: control(), worker } })[0]).toContain('the pool has no machines');
  });
});

describe('Hetzner servers that Cluster API makes', () => {
  it('are what hetzner() makes of pools with Cluster API', () => {
    const { kind } = hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: {},
      managedBy: {
        core: 'v1.10.10',
        hetzner: 'v1.0.7',
        talosBootstrap: 'v0.6.11',
        talosControlPlane: 'v0.5.12',
        helm: 'v0.4.2',
      },
    });
    expect(kind).toBe('hetzner');
  });
});
