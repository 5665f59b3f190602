import type { JsonObject } from '../../cluster';
import { hasNetworkDocuments } from '../contract';
import { document } from '../document';
import type { MachineAspect, MachineTarget } from '../target';

/** Alias of the machine's one link; must not look like a name of the kernel's own. */
const LINK = 'net0';

/** The machine's link by its MAC address: a fixed address, the default route and, on a control plane, the shared address. */
export const staticLink: MachineAspect = (target) => {
  const { machine, cluster, contract } = target;
  const { mac, address } = machine;
  if (mac === undefined || address === undefined) return [];
  const { nodes, gateway } = cluster.network;
  const link = {
    mac,
    address: `${address.text}/${String(nodes.prefix)}`,
    gateway: gateway?.text ?? nodes.host(1),
    anywhere: nodes.family === 6 ? '::/0' : '0.0.0.0/0',
    virtual: virtualAddress(target),
  };
  return hasNetworkDocuments(contract)
    ? linkDocuments(link)
    : [{ machine: { network: { interfaces: [linkField(link)] } } }];
};

interface StaticLink {
  readonly mac: string;
  /** Address with prefix length. */
  readonly address: string;
  readonly gateway: string;
  /** Destination of the default route. */
  readonly anywhere: string;
  /** Address that the control plane's machines share. */
  readonly virtual: string | undefined;
}

function linkDocuments({ mac, address, gateway, virtual }: StaticLink) {
  return [
    document('LinkAliasConfig', { selector: { match: `mac(link.permanent_addr) == "${mac}"` } }, LINK),
    document('LinkConfig', { addresses: [{ address }], routes: [{ gateway }] }, LINK),
    ...(virtual === undefined ? [] : [document('Layer2VIPConfig', { link: LINK }, virtual)]),
  ];
}

function linkField({ mac, address, gateway, anywhere, virtual }: StaticLink): JsonObject {
  return {
    deviceSelector: { hardwareAddr: mac },
    dhcp: false,
    addresses: [address],
    routes: [{ network: anywhere, gateway }],
    vip: virtual === undefined ? undefined : { ip: virtual },
  };
}

/** Talos moves the endpoint's address between the control planes by itself where nothing else balances the API. */
function virtualAddress({ machine, cluster }: MachineTarget): string | undefined {
  if (machine.role !== 'control-plane' || cluster.machines.kind !== 'vsphere') return undefined;
  return cluster.network.endpoint.address?.text;
}
