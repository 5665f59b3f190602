import { z } from 'zod';
import { invalidInput, limitExceeded, refused } from './api-error';
import { loadBalancerTypes, lookUp } from './catalogue';
import type { LoadBalancer } from './state';

const port = z.int().min(1).max(65535);
const httpShape = z.strictObject({
  cookie_name: z.string().optional(),
  cookie_lifetime: z.int().optional(),
  certificates: z.array(z.int()).optional(),
  redirect_http: z.boolean().optional(),
  sticky_sessions: z.boolean().optional(),
  timeout_idle: z.int().optional(),
});
const checkHttpShape = z.strictObject({
  domain: z.string().optional(),
  path: z.string().optional(),
  response: z.string().optional(),
  status_codes: z.array(z.string()).optional(),
  tls: z.boolean().optional(),
});
const healthCheckShape = z.strictObject({
  protocol: z.enum(['tcp', 'http', 'https']).optional(),
  port: port.optional(),
  interval: z.int().min(3).max(60).optional(),
  timeout: z.int().min(1).max(60).optional(),
  retries: z.int().min(1).max(5).optional(),
  http: checkHttpShape.optional(),
});
export const serviceShape = z.strictObject({
  protocol: z.enum(['tcp', 'http', 'https']).optional(),
  listen_port: port.optional(),
  destination_port: port.optional(),
  proxyprotocol: z.boolean().optional(),
  http: httpShape.optional(),
  health_check: healthCheckShape.optional(),
});
export type ServiceBody = z.output<typeof serviceShape>;

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Adds a service with what the API fills in itself. Source: Hetzner Cloud API documentation, "Add Service". */
export function addService(balancer: LoadBalancer, body: ServiceBody): void {
  const { protocol } = body;
  if (protocol === undefined) throw invalidInput('protocol', 'is required');
  const listen = body.listen_port ?? defaultPorts[protocol];
  const destination = body.destination_port ?? defaultPorts[protocol];
  if (listen === undefined) throw invalidInput('listen_port', 'is required for tcp');
  if (destination === undefined) throw invalidInput('destination_port', 'is required for tcp');
  if (balancer.services.has(listen)) throw refused('source_port_already_used', 'listen port is already in use');
  const limit = lookUp(loadBalancerTypes, balancer.type)?.max_services ?? 0;
  if (balancer.services.size >= limit) throw limitExceeded('load balancer service');
  balancer.services.set(listen, {
    protocol,
    listen_port: listen,
    destination_port: destination,
    proxyprotocol: body.proxyprotocol ?? false,
    ...(protocol !== 'tcp' && { http: httpReply(body.http) }),
    health_check: healthCheckReply(body.health_check, protocol, destination),
  });
}

/** Changes what an update gives, and leaves the rest. */
export function updateService(balancer: LoadBalancer, { listen_port, ...changes }: ServiceBody): void {
  const service = balancer.services.get(listen_port ?? 0);
  if (service === undefined || listen_port === undefined) throw invalidInput('listen_port', 'no such service');
  const { health_check: before } = service as { health_check: object };
  balancer.services.set(listen_port, { ...service, ...changes, health_check: { ...before, ...changes.health_check } });
}

function httpReply(body: z.output<typeof httpShape> = {}) {
  const defaults = {
    cookie_name: 'HCLBSTICKY',
    cookie_lifetime: 300,
    certificates: [],
    redirect_http: false,
    sticky_sessions: false,
    timeout_idle: 60,
  };
  return { ...defaults, ...body };
}

function healthCheckReply(body: z.output<typeof healthCheckShape> = {}, protocol: string, destination: number) {
  const { http, ...rest } = body;
  const check: z.output<typeof healthCheckShape> = {
    protocol: protocol === 'tcp' ? 'tcp' : 'http',
    port: destination,
    interval: 15,
    timeout: 10,
    retries: 3,
    ...rest,
  };
  const httpDefaults = { domain: '', path: '/', response: '', status_codes: ['2??', '3??'], tls: false };
  return check.protocol === 'tcp' ? check : { ...check, http: { ...httpDefaults, ...http } };
}
