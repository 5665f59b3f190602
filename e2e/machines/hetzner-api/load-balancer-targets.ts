import { z } from 'zod';
import { invalidInput, limitExceeded, refused } from './api-error';
import { loadBalancerTypes, lookUp } from './catalogue';
import { primaryIpOf } from './primary-ips';
import { findIn } from './route';
import { sameSelection, selectionOf, selectionReply, selectionShape, serversOf } from './selection';
import type { LoadBalancer, State } from './state';

export const targetShape = selectionShape.extend({ use_private_ip: z.boolean().default(false) });
export type TargetBody = z.output<typeof targetShape>;

/** Adds a target under the conditions of the API. Source: Hetzner Cloud API documentation, "Add Target". */
export function addTarget(state: State, balancer: LoadBalancer, body: TargetBody): void {
  const target = { ...selectionOf(state, body), usePrivateIp: body.use_private_ip };
  if (balancer.targets.some((each) => sameSelection(each, target)))
    throw refused('target_already_defined', 'load balancer target is already defined');
  const limit = lookUp(loadBalancerTypes, balancer.type)?.max_targets ?? 0;
  if (balancer.targets.length >= limit) throw limitExceeded('load balancer target');
  if (target.usePrivateIp && balancer.attachment === null)
    throw refused('load_balancer_not_attached_to_network', 'load balancer is not attached to a network');
  if (target.kind === 'server') {
    const server = findIn(state.servers, 'server', target.server);
    const shared = server.attachments.some(({ network }) => network === balancer.attachment?.network);
    if (target.usePrivateIp && !shared)
      throw refused('server_not_attached_to_network', 'server is not attached to the network of the load balancer');
    if (!target.usePrivateIp && primaryIpOf(state, server, 'ipv4') === undefined)
      throw refused('missing_ipv4', 'server has no public IPv4 address');
  }
  if (target.kind === 'ip') throw refused('ip_not_owned', 'the IP is not owned by the owner of the project');
  balancer.targets.push(target);
}

export function removeTarget(state: State, balancer: LoadBalancer, body: TargetBody): void {
  const target = selectionOf(state, body);
  if (!balancer.targets.some((each) => sameSelection(each, target))) throw invalidInput('target', 'no such target');
  balancer.targets = balancer.targets.filter((each) => !sameSelection(each, target));
}

export function targetReply(state: State, target: LoadBalancer['targets'][number]) {
  const { usePrivateIp, kind } = target;
  const inner = (id: number) => ({ type: 'server', server: { id }, use_private_ip: usePrivateIp, health_status: [] });
  return {
    ...selectionReply(target),
    health_status: [],
    use_private_ip: usePrivateIp,
    ...(kind === 'label_selector' && { targets: serversOf(state, target).map(inner) }),
  };
}
