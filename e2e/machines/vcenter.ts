import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { JsonObject } from '../../lib/cluster';
import { buildTool } from '../tools/build';

/** What the simulated server holds before Terraform runs. */
export interface Inventory {
  readonly datacenter: string;
  readonly cluster: string;
  readonly hosts: number;
  readonly datastores: readonly string[];
  readonly networks: readonly string[];
  readonly folders: readonly string[];
  readonly pools: readonly string[];
  /** Tags by category. */
  readonly tags: Readonly<Record<string, string>>;
  readonly templates: readonly { readonly name: string; readonly diskGiB: number; readonly datastore: string }[];
}

/** A VM as the server describes it. */
export interface FoundMachine {
  readonly name: string;
  readonly folder: string;
  readonly template: boolean;
  readonly poweredOn: boolean;
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly disks: readonly { readonly gib: number; readonly datastore: string; readonly thin: boolean }[];
  readonly macs: readonly string[];
  readonly networks: readonly string[];
  readonly pool: string;
  readonly diskUuid: boolean;
  readonly tags: readonly string[];
  /** Addresses, without prefix, that `guestinfo.metadata` gives the interfaces, in their order. */
  readonly addresses: readonly string[];
}

/** A rule that keeps machines on different hosts. */
export interface FoundRule {
  readonly name: string;
  readonly mandatory: boolean;
  readonly machines: readonly string[];
}

export interface Holdings {
  readonly machines: readonly FoundMachine[];
  readonly rules: readonly FoundRule[];
}

interface Raw {
  readonly machines: readonly (FoundMachine & { readonly guestInfo: Readonly<Record<string, string>> })[];
  readonly rules: readonly FoundRule[];
}

interface Address {
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly url: string;
}

/** A vCenter server of govmomi's simulator, on loopback, until it is closed. */
export class VCenter {
  private constructor(
    private readonly child: ChildProcess,
    private readonly address: Address,
    private readonly datacenter: string,
  ) {}

  static async start(inventory: Inventory): Promise<VCenter> {
    const child = spawn(buildTool('govmomi'), ['serve'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    child.stdin.write(`${JSON.stringify(inventory)}\n`);
    const lines = createInterface(child.stdout);
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the simulated vCenter server did not start; it said: ${said.join('')}`);
    });
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
    // its end is expected from here on
    ended.catch(() => undefined);
    return new VCenter(child, JSON.parse(line) as Address, inventory.datacenter);
  }

  /** The provider reads the credentials itself, as it does for users. */
  environment(): Readonly<Record<string, string>> {
    const { user, password } = this.address;
    return { VSPHERE_USER: user, VSPHERE_PASSWORD: password, VSPHERE_ALLOW_UNVERIFIED_SSL: 'true' };
  }

  /** Another server than the definition names. */
  override(): JsonObject {
    return { provider: { vsphere: { vsphere_server: this.address.server } } };
  }

  /** The VMs, without templates, and the rules about them. */
  holdings(): Holdings {
    const text = execFileSync(buildTool('govmomi'), ['read', this.address.url, this.datacenter], { encoding: 'utf8' });
    const { machines, rules } = JSON.parse(text) as Raw;
    const found = machines.filter(({ template }) => !template);
    return {
      machines: found.map(({ guestInfo, ...machine }) => ({
        ...machine,
        addresses: addressesOf(guestInfo['guestinfo.metadata']),
      })),
      rules,
    };
  }

  async close(): Promise<void> {
    this.child.stdin?.end();
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

/** The addresses that a machine reads of its hypervisor. Source: cloud-init, data source VMware; Talos `platform/vmware`. */
function addressesOf(metadata: string | undefined): readonly string[] {
  if (metadata === undefined) return [];
  const { network } = JSON.parse(Buffer.from(metadata, 'base64').toString('utf8')) as {
    readonly network: { readonly ethernets: Readonly<Record<string, { readonly addresses?: readonly string[] }>> };
  };
  return Object.values(network.ethernets).flatMap(({ addresses = [] }) =>
    addresses.map((each) => each.split('/')[0] ?? ''),
  );
}
