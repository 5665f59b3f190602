import { Fn } from 'cdktf';
import type { Cluster, Machine, Vsphere, VspherePool } from '../../cluster';
import type { ConfigLimit } from '../machine-config';
import type { Expression } from '../machine-provider';

/** Characters that one guestinfo value may have. Source: open-vm-tools, `guest_msg_def.h`, `GUESTMSG_MAX_IN_SIZE`. */
const VALUE = 64 * 1024;

/** A configuration is handed over in Base64, which makes four characters of three bytes. */
export const guestinfoLimit: ConfigLimit = { what: 'a guestinfo value', bytes: (VALUE / 4) * 3 };

export interface GuestinfoProps {
  readonly cluster: Cluster;
  readonly machines: Vsphere;
  readonly pool: VspherePool;
  readonly machine: Machine;
  /** @default - the machine waits for its configuration */
  readonly config?: Expression | undefined;
}

/**
 * What a machine reads of its hypervisor when it boots: its name and addresses, so that it is found even before it has a
 * configuration, and the configuration itself where it is given. Source: Talos `platform/vmware`.
 */
export function guestinfo({ config, ...props }: GuestinfoProps): Record<string, string> {
  return {
    'guestinfo.metadata': Fn.base64encode(Fn.jsonencode(metadata(props))),
    ...(config !== undefined && { 'guestinfo.talos.config': Fn.base64encode(config) }),
  };
}

/** Netplan, as cloud-init's VMware data source has it; Talos reads interfaces whose names begin with `eth`. */
function metadata({ cluster: { network }, machines, pool, machine }: Omit<GuestinfoProps, 'config'>) {
  const { nodes, gateway, nameservers } = network;
  const primary = {
    match: { macaddress: machine.mac },
    addresses: machine.address === undefined ? [] : [`${machine.address.text}/${String(nodes.prefix)}`],
    [nodes.family === 6 ? 'gateway6' : 'gateway4']: gateway?.text ?? nodes.host(1),
    ...(nameservers.length > 0 && { nameservers: { addresses: nameservers.map(({ text }) => text) } }),
  };
  const further = pool.networks.flatMap((name) => {
    const link = pool.machines[machine.key]?.interfaces[name];
    if (link === undefined) return [];
    const cidr = machines.networks[name]?.cidr;
    const address =
      link.address === undefined || cidr === undefined ? undefined : `${link.address.text}/${String(cidr.prefix)}`;
    return [
      { match: { macaddress: link.mac }, ...(address === undefined ? { dhcp4: true } : { addresses: [address] }) },
    ];
  });
  return {
    'instance-id': machine.name,
    'local-hostname': machine.name,
    network: {
      version: 2,
      ethernets: Object.fromEntries([primary, ...further].map((link, i) => [`eth${String(i)}`, link])),
    },
  };
}
