import type { Cluster, MachineRole } from '../../cluster';

type Owner = Pick<Cluster, 'name' | 'group'>;

/** Labels of all that Terraform makes for a cluster; a project may hold several clusters, and several of one name. */
export function clusterLabels({ name, group }: Owner): Record<string, string> {
  return { cluster: name, group };
}

/** Labels of a server, or of what belongs to it. */
export function machineLabels(cluster: Owner, pool: { readonly name: string; readonly role: MachineRole }) {
  return { ...clusterLabels(cluster), pool: pool.name, role: pool.role };
}

/** Selects what has all of these labels. Source: Hetzner Cloud API, "Label Selector". */
export function selector(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}==${value}`)
    .join(',');
}
