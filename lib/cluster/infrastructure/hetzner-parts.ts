import { z } from 'zod';
import { cidr } from '../values';

/** What may reach a port of every server. */
const allowShape = z.strictObject({
  /** One port, or a range such as `30000-32767`. */
  port: z.union([z.int().min(1).max(65535), z.string().min(1)]),
  protocol: z.enum(['tcp', 'udp']).default('tcp'),
  /** Networks that may reach it. */
  from: z.array(cidr()).min(1),
  /** @default - none */
  description: z.string().min(1).optional(),
});

/** The firewall around a cluster's servers. What it does not name does not come in; the private network is not filtered. */
export const firewallShape = z
  .strictObject({
    /** Networks that may reach the Kubernetes and Talos APIs of the servers themselves. */
    apiFrom: z.array(cidr()).prefault(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']),
    /** What else may come in. */
    allow: z.array(allowShape).default([]),
  })
  .prefault({});

export type HetznerFirewall = z.output<typeof firewallShape>;
export type HetznerAllow = z.output<typeof allowShape>;

/** The private network and its zone. */
export const networkSettings = {
  /** Private network; holds the node, pod and service networks. */
  cidr: cidr(),
  /** Network zone, e.g. `eu-central`. */
  zone: z.string(),
};

/** Types of load balancers. */
export const loadBalancerType = () => z.enum(['lb11', 'lb21', 'lb31']).default('lb11');
