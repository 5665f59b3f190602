import type { Cluster } from './cluster';
import type { Hetzner } from './infrastructure/hetzner';
import type { ManagedVsphere } from './infrastructure/managed-vsphere';
import type { Stage } from './ports/stage';

/** A cluster whose machines Cluster API makes. */
export type ManagedCluster = Cluster & { readonly machines: Hetzner | ManagedVsphere };

/** Whether Cluster API makes the machines of a cluster. */
export function isManaged(cluster: Cluster): cluster is ManagedCluster {
  return 'managedBy' in cluster.machines;
}

/** Whether a component of the platform provides the capability. */
export function platformProvides({ platform }: { readonly platform: readonly Stage[] }, capability: string): boolean {
  return platform.some((stage) => stage.components.some((component) => component.provides.includes(capability)));
}
