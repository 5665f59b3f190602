import type { Cluster } from './cluster';
import type { Infrastructure } from './infrastructure';
import type { Hetzner } from './infrastructure/hetzner';
import type { HetznerMachinesInfrastructure } from './infrastructure/hetzner-machines';
import type { ManagedVsphere } from './infrastructure/managed-vsphere';
import type { ArgoCd } from './ports/argo-cd';
import type { Flux } from './ports/flux';
import type { Stage } from './ports/stage';

/** A cluster whose machines Cluster API makes. */
export type ManagedCluster = Cluster & { readonly machines: Hetzner | ManagedVsphere };

/** Whether Cluster API makes the machines of a cluster. */
export function isManaged(cluster: Cluster): cluster is ManagedCluster {
  return 'managedBy' in cluster.machines;
}

/** Whether Argo CD carries the platform of a cluster. */
export function runsArgoCd(cluster: Cluster): cluster is Cluster<ArgoCd> {
  return cluster.gitops.kind === 'argo-cd';
}

/** Whether Flux carries the platform of a cluster. */
export function runsFlux(cluster: Cluster): cluster is Cluster<Flux> {
  return cluster.gitops.kind === 'flux';
}

/** Machines that are servers of Hetzner Cloud, whoever makes them. */
interface OnHetznerCloud {
  readonly machines: Hetzner | HetznerMachinesInfrastructure;
}

/** Whether the machines are servers of Hetzner Cloud, whoever makes them. */
export function isOnHetznerCloud<Facts extends { readonly machines: Infrastructure }>(
  cluster: Facts,
): cluster is Facts & OnHetznerCloud {
  return cluster.machines.kind === 'hetzner' || cluster.machines.kind === 'hetzner-machines';
}

/** Whether a component of the platform provides the capability. */
export function platformProvides({ platform }: { readonly platform: readonly Stage[] }, capability: string): boolean {
  return platform.some((stage) => stage.components.some((component) => component.provides.includes(capability)));
}
