import { describe, expect, it } from 'vitest';
import {
  check,
  DefinitionError,
  Duration,
  formatProblem,
  GiB,
  gcsState,
  httpState,
  localState,
  MiB,
  resolveState,
  s3State,
  talos,
  vsphere,
  type VsphereOptions,
} from '../../../lib/cluster';
import { definition } from '../../support/definition';

type Pool = VsphereOptions['pools'][string];
type Member = Pool['machines'][string];

const member: Member = { mac: '00:50:56:01:00:01', address: '192.0.2.11' };
const pool = (more: Partial<Pool> = {}, machine: Partial<Member> = {}): Pool =>
  vsphere.controlPlane({ cpus: 4, memory: GiB(4), disk: GiB(80), machines: { 1: { ...member, ...machine } }, ...more });

const problems = (more: Partial<VsphereOptions> = {}, rest = {}) =>
  check({
    ...definition(),
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc',
      cluster: 'compute',
      datastore: 'store',
      network: 'nodes',
      pools: { control: pool() },
      ...more,
    }),
    ...rest,
  }).map(formatProblem);
const ofPool = (more: Partial<Pool>, machine: Partial<Member> = {}, all: Partial<VsphereOptions> = {}) =>
  problems({ pools: { control: pool(more, machine) }, ...all });

describe('vSphere machines that the definition lists', () => {
  it('have no problems with all that can be said of them', () => {
    expect(
      ofPool(
        {
          labels: { tier: 'fast' },
          networks: ['storage'],
          disks: { data: { unit: 1, size: GiB(10), datastore: 'fast' } },
        },
        { interfaces: { storage: { mac: '00:50:56:02:00:01', address: '198.51.100.5' } } },
        {
          resourcePool: 'compute/Resources/talos',
          networks: { storage: { portGroup: 'storage', cidr: '198.51.100.0/24' } },
          tags: { environment: 'test' },
          antiAffinity: 'must',
          template: vsphere.ova({ host: 'esxi-1.example.com' }),
          state: s3State({ bucket: 'states', region: 'eu-central-1' }),
        },
      ),
    ).toEqual([]);
  });

  it('fails for a label that its node may not have', () => {
    expect(ofPool({ labels: { 'kubernetes.io/role': 'x' } })[0]).toContain(
      'machines.pools.control.labels.kubernetes.io/role: the API server lets no node of this role give itself the label',
    );
  });

  it('fails for a MAC address that is none, or that belongs to many', () => {
    expect(ofPool({}, { mac: '00:50:56:01:00' })[0]).toContain(
      'machines.pools.control.machines.1.mac: not a MAC address',
    );
    expect(ofPool({}, { mac: '01:50:56:01:00:01' })[0]).toContain('a multicast MAC address');
  });

  it('fails for two places of the disks, and for none', () => {
    expect(problems({ datastoreCluster: 'pod' })[0]).toContain('two places for the disks');
    expect(problems({ datastore: undefined })[0]).toContain('nothing says where the disks stand');
  });

  it('fails for a datastore cluster where vSphere cannot choose', () => {
    const pod = { datastore: undefined, datastoreCluster: 'pod' };
    expect(problems(pod)).toEqual([]);
    expect(problems({ ...pod, template: vsphere.libraryItem({ library: 'talos' }) })[0]).toContain(
      'made from a library item or an OVA',
    );
    expect(ofPool({ disks: { data: { unit: 1, size: GiB(10), datastore: 'fast' } } }, {}, pod)[0]).toContain(
      'machines.pools.control.disks.data.datastore: Storage DRS places all disks of a machine',
    );
  });

  it('fails for disks on one unit, on that of the controller, in parts, and under the name of the system disk', () => {
    expect(ofPool({ disks: { a: { unit: 1, size: GiB(1) }, b: { unit: 1, size: GiB(1) } } })[0]).toContain(
      'machines.pools.control.disks.b.unit: the unit is taken by disk a',
    );
    expect(ofPool({ disks: { a: { unit: 7, size: GiB(1) } } })[0]).toContain('the unit is that of the controller');
    expect(ofPool({ disks: { a: { unit: 1, size: MiB(100) } } })[0]).toContain('not a whole number of GiB');
    expect(ofPool({ disks: { disk0: { unit: 1, size: GiB(1) } } })[0]).toContain('the name is that of the system disk');
  });

  it('fails for networks that do not exist, interfaces that are missing, stray, or have addresses from elsewhere', () => {
    const networks = { storage: { portGroup: 'storage', cidr: '198.51.100.0/24' }, backup: { portGroup: 'backup' } };
    const of = (names: string[], interfaces: Member['interfaces'] = {}) =>
      ofPool({ networks: names }, { interfaces }, { networks }).join();
    const mac = '00:50:56:02:00:01';
    expect(of(['storge'])).toContain('unknown network, got "storge"; allowed: backup, storage; did you mean storage?');
    expect(of(['storage'])).toContain('the machine has no MAC address on a network of its pool');
    expect(of([], { storage: { mac } })).toContain('the pool is not connected to this network');
    expect(of(['storage'], { storage: { mac, address: '192.0.2.9' } })).toContain('the address is outside its network');
    expect(of(['backup'], { backup: { mac, address: '192.0.2.9' } })).toContain(
      'an address in a network that has no cidr',
    );
    expect(of(['storage'], { storage: { mac: member.mac } })).toContain(
      'the MAC address is taken by machines.pools.control.machines.1.mac',
    );
    expect(of(['storage', 'storage'], { storage: { mac } })).toContain('the network is listed twice');
  });

  it('fails for waiting for an address that nothing reports', () => {
    const waitForAddress = Duration.minutes(5);
    expect(problems({ waitForAddress })[0]).toContain('without VMware Tools no machine reports its address');
    const system = talos({ extensions: ['siderolabs/vmtoolsd-guest-agent'] });
    expect(problems({ waitForAddress }, { system })).toEqual([]);
  });

  it('fails for a template that is neither a name nor one of the constructors', () => {
    expect(problems({ template: { kind: 'iso' } as unknown as string })[0]).toContain('machines.template');
  });
});

describe('where the state is kept', () => {
  const state = (given: VsphereOptions['state']) => problems({ state: given }).join();

  it('fails for an absolute path, which holds on one machine only', () => {
    expect(state(localState({ folder: '/var/state' }))).toContain('machines.state.folder: an absolute path');
    expect(state(localState())).toBe('');
  });

  it('fails for state in the clear, and for credentials in the address, without showing them', () => {
    expect(state(httpState({ address: 'http://state.example.com/states' }))).toContain(
      'state would travel in the clear',
    );
    const held = state(httpState({ address: 'https://user:s3cr3t@state.example.com/states' }));
    expect(held).toContain('the URL holds credentials');
    expect(held).not.toContain('s3cr3t');
    expect(state(httpState({ address: 'http://127.0.0.1:8080/states' }))).toBe('');
  });

  it('fails for slashes at the edge of a prefix', () => {
    expect(state(gcsState({ bucket: 'states', prefix: '/plinth/' }))).toContain('write plinth');
  });

  it('can be read alone, and fails with all that is wrong', () => {
    expect(resolveState(s3State({ bucket: 'states', region: 'eu-central-1' }))).toMatchObject({ lockFile: true });
    const bad = () => resolveState({ kind: 's3', bucket: '' } as never);
    expect(bad).toThrow(DefinitionError);
    expect(bad).toThrow('machines.state.bucket');
    expect(bad).toThrow('machines.state.region');
  });
});
