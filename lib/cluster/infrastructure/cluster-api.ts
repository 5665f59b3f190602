import { z } from 'zod';
import { Duration } from '../duration';
import { duration, secretRef } from '../values';

/** When a machine counts as broken and is replaced. */
export const healthCheckShape = z.strictObject({
  /** How long a machine may take to become a node. */
  nodeStartupTimeout: duration().default(Duration.minutes(15)),
  /** How long a node may be not ready. */
  unhealthyAfter: duration().default(Duration.minutes(5)),
  /** How many machines may be broken at once before none is replaced any more. */
  maxUnhealthy: z.int().min(0).default(1),
});
export type HealthCheck = z.output<typeof healthCheckShape>;

/** The server is rebooted before its machine is given up. */
export const rebootShape = z.strictObject({
  /** How many reboots are tried. */
  retries: z.int().min(1).default(1),
  /** How long each may take. */
  timeout: duration().default(Duration.minutes(3)),
});
export type Reboot = z.output<typeof rebootShape>;

const common = {
  /** Exact versions of Cluster API and of its providers. */
  core: z.string(),
  talosBootstrap: z.string(),
  talosControlPlane: z.string(),
  helm: z.string(),
  /** Namespace of the Cluster API objects. */
  namespace: z.string().default('default'),
  /** A text whose change replaces every control plane machine, one by one; usually the time of the last forced rollout. */
  rolloutTrigger: z.string().optional(),
};

/** Provider objects of cluster-api-operator, instead of clusterctl installing the providers. */
const operatorShape = z.strictObject({
  /** Secret with the variables of the infrastructure provider's manifests, in that provider's namespace. */
  infrastructureVariables: secretRef().optional(),
});

export const hetznerClusterApiShape = z.strictObject({
  ...common,
  hetzner: z.string(),
  /** When a control plane machine counts as broken. */
  healthCheck: healthCheckShape.extend({ reboot: rebootShape.optional() }).prefault({}),
  operator: operatorShape.optional(),
});

export const vsphereClusterApiShape = z.strictObject({
  ...common,
  vsphere: z.string(),
  /** Exact version of the in-cluster IPAM provider. @default - none; needed where addresses come from a pool */
  ipam: z.string().optional(),
  healthCheck: healthCheckShape.prefault({}),
  // its manifests have no default for the vCenter user
  operator: operatorShape.required().optional(),
});

export type HetznerClusterApi = z.output<typeof hetznerClusterApiShape>;
export type VsphereClusterApi = z.output<typeof vsphereClusterApiShape>;
export type ClusterApi = HetznerClusterApi | VsphereClusterApi;

type HetznerOptions = z.input<typeof hetznerClusterApiShape>;
type VsphereOptions = z.input<typeof vsphereClusterApiShape>;

/** Cluster API with its vSphere, Talos and Helm providers, at exact versions. */
export function clusterApi(options: VsphereOptions): VsphereOptions;
/** Cluster API with its Hetzner, Talos and Helm providers, at exact versions. */
export function clusterApi(options: HetznerOptions): HetznerOptions;
export function clusterApi(options: HetznerOptions | VsphereOptions): HetznerOptions | VsphereOptions {
  return options;
}
