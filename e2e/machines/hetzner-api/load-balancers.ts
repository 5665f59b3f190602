import { z } from 'zod';
import { invalidInput, protectedResource, refused } from './api-error';
import { loadBalancerTypes, locations, lookUp } from './catalogue';
import { addService, serviceShape, updateService } from './load-balancer-services';
import { addTarget, removeTarget, targetReply, targetShape } from './load-balancer-targets';
import { labelsShape, nameShape, protectionShape, requireFreeName } from './naming-rules';
import { documentationAddress } from './primary-ips';
import { attach } from './private-addresses';
import { actionRoute, resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { created, type LoadBalancer, type State } from './state';

const idOrName = z.union([z.int(), z.string()]);
const algorithmShape = z.strictObject({ type: z.enum(['round_robin', 'least_connections']) });
const createShape = z.strictObject({
  name: nameShape,
  load_balancer_type: idOrName,
  algorithm: algorithmShape.default({ type: 'round_robin' }),
  location: z.string().optional(),
  network_zone: z.string().optional(),
  labels: labelsShape,
  targets: z.array(targetShape).default([]),
  services: z.array(serviceShape).default([]),
  public_interface: z.boolean().default(true),
  network: z.int().optional(),
});
const attachShape = z.strictObject({ network: z.int(), ip: z.string().optional(), ip_range: z.string().optional() });
const nothing = z.strictObject({});

function loadBalancerReply(state: State, balancer: LoadBalancer) {
  const { attachment, publicInterface, publicAddress } = balancer;
  return {
    id: balancer.id,
    name: balancer.name,
    public_net: {
      enabled: publicInterface,
      ipv4: { ip: publicInterface ? publicAddress : '', dns_ptr: '' },
      ipv6: { ip: publicInterface ? `2001:db8:ffff::${balancer.id.toString(16)}` : '', dns_ptr: '' },
    },
    private_net: attachment === null ? [] : [attachment],
    location: lookUp(locations, balancer.location),
    load_balancer_type: lookUp(loadBalancerTypes, balancer.type),
    protection: { delete: balancer.protectedFromDeletion },
    labels: balancer.labels,
    created,
    services: [...balancer.services.values()],
    targets: balancer.targets.map((target) => targetReply(state, target)),
    algorithm: { type: balancer.algorithm },
    included_traffic: 0,
    outgoing_traffic: null,
    ingoing_traffic: null,
  };
}

function create(call: Call) {
  const { state, actions } = call;
  const body = bodyOf(call, createShape);
  requireFreeName(state.loadBalancers.values(), 'load_balancer', body.name);
  const type = lookUp(loadBalancerTypes, body.load_balancer_type);
  if (type === undefined) throw invalidInput('load_balancer_type', 'load balancer type not found');
  if ((body.location === undefined) === (body.network_zone === undefined))
    throw invalidInput('location', 'exactly one of location and network_zone is required');
  const location = locations.find(
    ({ name, network_zone }) => name === body.location || network_zone === body.network_zone,
  );
  if (location === undefined) throw invalidInput('location', 'location not found');
  const id = state.nextId();
  const balancer: LoadBalancer = {
    id,
    name: body.name,
    labels: body.labels ?? {},
    type: type.name,
    location: location.name,
    algorithm: body.algorithm.type,
    publicAddress: documentationAddress(id),
    publicInterface: body.public_interface,
    attachment: null,
    services: new Map(),
    targets: [],
    protectedFromDeletion: false,
  };
  if (body.network !== undefined) attachBalancer(state, balancer, { network: body.network });
  for (const service of body.services) addService(balancer, service);
  for (const target of body.targets) addTarget(state, balancer, target);
  state.loadBalancers.set(id, balancer);
  return {
    load_balancer: loadBalancerReply(state, balancer),
    action: actions.start('create_load_balancer', { type: 'load_balancer', id }),
  };
}

function attachBalancer(state: State, balancer: LoadBalancer, body: z.output<typeof attachShape>): void {
  if (balancer.attachment !== null)
    throw refused('load_balancer_already_attached', 'load balancer is already attached to a network');
  const network = findIn(state.networks, 'network', body.network);
  balancer.attachment = attach(state, network, balancer.location, { ip: body.ip, range: body.ip_range });
}

const loadBalancer = {
  plural: 'load_balancers',
  singular: 'load_balancer',
  all: (state: State) => state.loadBalancers,
  reply: loadBalancerReply,
  release: (_: Call, { protectedFromDeletion }: LoadBalancer) => {
    if (protectedFromDeletion) throw protectedResource('load_balancer');
  },
};

export const loadBalancerRoutes: readonly Route[] = [
  { method: 'POST', path: '/load_balancers', handle: create },
  ...resourceRoutes(loadBalancer),
  actionRoute(loadBalancer, 'add_service', serviceShape, (_, balancer, service) => {
    addService(balancer, service);
  }),
  actionRoute(loadBalancer, 'update_service', serviceShape, (_, balancer, service) => {
    updateService(balancer, service);
  }),
  actionRoute(loadBalancer, 'delete_service', z.strictObject({ listen_port: z.int() }), (_, balancer, body) => {
    if (!balancer.services.delete(body.listen_port)) throw invalidInput('listen_port', 'no such service');
  }),
  actionRoute(loadBalancer, 'add_target', targetShape, ({ state }, balancer, target) => {
    addTarget(state, balancer, target);
  }),
  actionRoute(loadBalancer, 'remove_target', targetShape, ({ state }, balancer, target) => {
    removeTarget(state, balancer, target);
  }),
  actionRoute(loadBalancer, 'attach_to_network', attachShape, ({ state }, balancer, body) => {
    attachBalancer(state, balancer, body);
  }),
  actionRoute(loadBalancer, 'detach_from_network', z.strictObject({ network: z.int() }), (_, balancer, body) => {
    if (balancer.attachment?.network !== body.network) throw invalidInput('network', 'not attached to the network');
    if (balancer.targets.some(({ usePrivateIp }) => usePrivateIp))
      throw refused('targets_without_use_private_ip', 'load balancer has targets that use private IPs');
    balancer.attachment = null;
  }),
  actionRoute(loadBalancer, 'change_algorithm', algorithmShape, (_, balancer, { type }) => {
    balancer.algorithm = type;
  }),
  actionRoute(loadBalancer, 'change_type', z.strictObject({ load_balancer_type: idOrName }), (_, balancer, body) => {
    const type = lookUp(loadBalancerTypes, body.load_balancer_type);
    if (type === undefined) throw invalidInput('load_balancer_type', 'load balancer type not found');
    if (balancer.targets.length > type.max_targets || balancer.services.size > type.max_services)
      throw refused('invalid_load_balancer_type', 'the type is too small for what the load balancer has');
    balancer.type = type.name;
  }),
  actionRoute(loadBalancer, 'enable_public_interface', nothing, (_, balancer) => {
    balancer.publicInterface = true;
  }),
  actionRoute(loadBalancer, 'disable_public_interface', nothing, (_, balancer) => {
    balancer.publicInterface = false;
  }),
  actionRoute(loadBalancer, 'change_protection', protectionShape, (_, balancer, body) => {
    balancer.protectedFromDeletion = body.delete ?? balancer.protectedFromDeletion;
  }),
];
