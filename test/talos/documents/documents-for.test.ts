import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { GiB } from '../../../lib/cluster';
import {
  apiServer,
  bond,
  contractOf,
  criCustomization,
  dhcp4,
  dhcp6,
  discoveryService,
  documentsFor,
  etcFile,
  install,
  kubelet,
  link,
  node,
  registryMirror,
  resolver,
  sysctls,
  timeSync,
  userVolume,
  vlan,
  volume,
  type PatchDocument,
} from '../../../lib/talos';
import { documentKinds } from '../../../lib/talos/documents/registry';

const contracts = ['1.10', '1.11', '1.12', '1.13', '1.14'];
const NEWEST = contractOf('v1.14.0');

function inContract(contract: string, ...documents: readonly PatchDocument[]) {
  return documentsFor({ contract: contractOf(`v${contract}.0`) }, documents);
}

/** Kinds that have no constructor: those of newer releases, or left out on purpose. */
const unknownDocument: fc.Arbitrary<JsonObject> = fc
  .record({ kind: fc.string({ minLength: 1 }), name: fc.string(), fields: fc.jsonValue() })
  .filter(({ kind }) => documentKinds.every((known) => known.kind !== kind))
  .map(({ kind, name, fields }) => ({ apiVersion: 'v1alpha1', kind, name, fields: fields as JsonObject }));

const mainPatch: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.string(), fc.string(), { noNullPrototype: true })
  .map((sysfs) => ({ machine: { sysfs } }));

describe('documentsFor', () => {
  it('leaves documents of the newest contract as they are', () => {
    const documents = [sysctls({ a: '1' }), bond('bond0', { links: ['eth0'], bondMode: '802.3ad' }), link('eth0')];
    expect(documentsFor({ contract: NEWEST }, documents)).toEqual({ documents, problems: [] });
  });

  it('passes kinds that it does not know and patches of the main document untouched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(unknownDocument, mainPatch)),
        fc.constantFrom(...contracts),
        fc.constantFrom('control-plane' as const, 'worker' as const),
        (documents, contract, role) => {
          const written = documentsFor({ contract: contractOf(`v${contract}.0`), role }, documents);
          expect(written.problems).toEqual([]);
          expect(written.documents).toHaveLength(documents.length);
          written.documents.forEach((document, index) => {
            expect(document).toBe(documents[index]);
          });
        },
      ),
    );
  });

  it('writes each document where it stands, whatever stands beside it', () => {
    const pool = [
      sysctls({ a: '1' }),
      link('eth0', { mtu: 9000 }),
      link('eth1', { routes: [{ gateway: '2001:db8::1' }] }),
      resolver({ nameservers: [{ address: '192.0.2.2' }], hostDNS: { enabled: true } }),
      timeSync({ enabled: false }),
      etcFile('x', { contents: '' }),
      { machine: { type: 'worker' } },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool)), fc.constantFrom(...contracts), (documents, contract) => {
        const whole = inContract(contract, ...documents);
        const alone = documents.map((document) => inContract(contract, document));
        expect(whole.documents).toEqual(alone.flatMap((written) => written.documents));
        expect(whole.problems.map(({ what }) => what)).toEqual(
          alone.flatMap(({ problems }) => problems.map(({ what }) => what)),
        );
      }),
    );
  });

  it('fails a kind that the contract has not, with what it needs and where it stands', () => {
    expect(inContract('1.11', sysctls({}), etcFile('nfsmount.conf', { contents: 'x' })).problems).toEqual([
      {
        path: '1',
        what: 'EtcFileConfig/nfsmount.conf needs Talos 1.14',
        got: '1.11',
        fix: 'raise versions.talos, or bring the file by a system extension',
      },
    ]);
  });

  it('fails a field that came later, and the value of one', () => {
    const problems = (document: PatchDocument) => inContract('1.12', document).problems.map(({ path }) => path);
    expect(problems(userVolume('data', { mount: { secure: true } }))).toEqual(['0.mount']);
    expect(problems(userVolume('data', { filesystem: { type: 'btrfs' } }))).toEqual(['0.filesystem.type']);
    expect(problems(volume('ETCD', {}))).toEqual(['0.name']);
    expect(problems(kubelet({ extraArgs: { v: '2', 'feature-gates': ['A=true'] } }))).toEqual([
      '0.extraArgs.feature-gates',
    ]);
    expect(
      problems(resolver({ nameservers: [{ address: '192.0.2.2' }, { address: '192.0.2.3', protocol: 'DoT' }] })),
    ).toEqual(['0.nameservers.1.protocol']);
  });

  it('fails what the older form cannot say', () => {
    const problems = (document: PatchDocument) => inContract('1.11', document).problems.map(({ path }) => path);
    expect(problems(link('eth0', { routes: [{ gateway: '192.0.2.1', table: '100' }] }))).toEqual(['0.routes.0.table']);
    expect(problems(link('eth0', { up: false }))).toEqual(['0.up']);
    expect(problems(vlan('storage', { parent: 'eth0', vlanID: 5 }))).toEqual(['0.name']);
    expect(problems(apiServer({ startupProbes: true }))).toEqual(['0.startupProbes']);
    expect(problems(install({ disk: { match: 'disk.transport == "nvme"' } }))).toEqual([
      '0.provisioning.diskSelector.match',
    ]);
    expect(
      problems(registryMirror('*', { endpoints: [{ url: 'https://a', overridePath: true }, { url: 'https://b' }] })),
    ).toEqual(['0.endpoints']);
  });

  it('fails a part of the control plane on workers', () => {
    const { documents, problems } = documentsFor({ contract: NEWEST, role: 'worker' }, [
      apiServer({ apiPort: 8443 }),
      node({ labels: { a: 'b' } }),
    ]);
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([{ path: '0', what: 'KubeAPIServerConfig on workers', allowed: 'control planes' }]);
  });

  it('says that a document is not there, where the older form can', () => {
    expect(inContract('1.13', discoveryService({ enabled: false })).documents).toEqual([
      { cluster: { discovery: { enabled: false } } },
    ]);
    const deletion = { apiVersion: 'v1alpha1', kind: 'SysctlConfig', $patch: 'delete' };
    expect(inContract('1.14', deletion).documents).toEqual([deletion]);
    expect(inContract('1.13', deletion).problems).toMatchObject([{ path: '0', what: 'SysctlConfig needs Talos 1.14' }]);
  });

  it('keeps IPv4 on a link that has DHCP for both', () => {
    const dhcpOptions = (...documents: readonly PatchDocument[]) =>
      JSON.stringify(inContract('1.11', ...documents).documents);
    expect(dhcpOptions(dhcp6('eth0'))).toContain('"ipv4":false');
    expect(dhcpOptions(dhcp6('eth0'), dhcp4('eth0'))).not.toContain('"ipv4":false');
    expect(dhcpOptions(dhcp6('eth0'), dhcp4('eth1'))).toContain('"ipv4":false');
  });

  it('brings parts of the container runtime into the one file that older contracts have', () => {
    const parts = [
      criCustomization('a', { content: '[metrics]\n  address = ""' }),
      criCustomization('b', { content: '[debug]\n' }),
    ];
    expect(inContract('1.13', ...parts).documents).toEqual([
      {
        machine: {
          files: [
            {
              path: '/etc/cri/conf.d/20-customization.part',
              op: 'create',
              content: '[metrics]\n  address = ""\n[debug]\n',
            },
          ],
        },
      },
    ]);
    const again = criCustomization('c', { content: '[debug]\n  level = "info"\n' });
    expect(inContract('1.13', ...parts, again).problems).toMatchObject([{ path: '2.content' }]);
    expect(inContract('1.14', ...parts, again).problems).toEqual([]);
  });

  it('selects a disk by the same properties in both forms', () => {
    const disk = { model: 'WDC "x" && y*', type: 'ssd', minSize: GiB(100), busPath: '/pci*' } as const;
    expect(inContract('1.13', install({ disk })).documents).toEqual([
      {
        machine: {
          install: {
            diskSelector: { size: '>= 100GiB', model: 'WDC "x" && y*', busPath: '/pci*', type: 'ssd' },
            image: undefined,
            wipe: false,
          },
        },
      },
    ]);
  });
});
