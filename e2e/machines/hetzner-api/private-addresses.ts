import { hetznerLimits } from '../../../lib/cluster';
import { addressOf, addressText } from './address-space';
import { invalidInput, limitExceeded, refused } from './api-error';
import { locations } from './catalogue';
import { required } from './networks';
import type { Attachment, Network, State } from './state';

/**
 * An address for a server or load balancer in a network: the given one, or the first free one of its subnets. Not to be
 * had are the first and last address of a subnet and the gateway, which is the first address of the network.
 */
export function attach(
  state: State,
  network: Network,
  location: string,
  { ip, range }: { readonly ip?: string | undefined; readonly range?: string | undefined },
): Attachment {
  const zone = locations.find(({ name }) => name === location)?.network_zone;
  const subnets = network.subnets.filter(
    (subnet) => subnet.zone === zone && (range === undefined || subnet.range === range),
  );
  if (subnets.length === 0) throw refused('no_subnet_available', 'no subnet available in this network zone');
  const taken = takenIn(state, network);
  if (taken.size >= hetznerLimits.networkMembers) throw limitExceeded('resources attached to the network');
  const gateway = required(network.range).first + 1;
  const usable = (address: number) =>
    address !== gateway &&
    subnets.some((subnet) => {
      const { first, last } = required(subnet.range);
      return first < address && address < last;
    });
  if (ip !== undefined) {
    const address = addressOf(ip);
    if (address === undefined) throw invalidInput('ip', 'must be an IPv4 address');
    if (!usable(address)) throw invalidInput('ip', 'is not a usable address of a subnet of the network');
    if (taken.has(address)) throw refused('ip_not_available', 'IP is not available');
    return { network: network.id, ip };
  }
  for (const subnet of subnets) {
    const { first, last } = required(subnet.range);
    for (let address = first + 1; address < last; address += 1)
      if (usable(address) && !taken.has(address)) return { network: network.id, ip: addressText(address) };
  }
  throw refused('no_subnet_available', 'no free address in any subnet');
}

function takenIn({ servers, loadBalancers }: State, network: Network): Set<number | undefined> {
  const attachments = [
    ...[...servers.values()].flatMap((server) => server.attachments),
    ...[...loadBalancers.values()].flatMap(({ attachment }) => attachment ?? []),
  ];
  return new Set(attachments.filter((each) => each.network === network.id).map(({ ip }) => addressOf(ip)));
}
