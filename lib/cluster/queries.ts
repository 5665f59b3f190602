import type { Cluster } from './cluster';
import type { Hetzner } from './infrastructure/hetzner';
import type { Stage } from './ports/stage';

/** A cluster whose machines Cluster API makes. */
export type ManagedCluster = Cluster & { readonly machines: Hetzner };

/** Whether Cluster API makes the machines of a cluster. */
export function isManaged(cluster: Cluster): cluster is ManagedCluster {
  return cluster.machines.kind === 'hetzner';
}

/** Whether a component of the platform provides the capability. */
export function platformProvides({ platform }: { readonly platform: readonly Stage[] }, capability: string): boolean {
  return platform.some((stage) => stage.components.some((component) => component.provides.includes(capability)));
}
