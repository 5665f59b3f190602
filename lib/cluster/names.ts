/** Name of a machine that the definition lists: `talos-<cluster>-<pool>-<key>`. */
export function machineName(cluster: string, pool: string, key: string): string {
  return `talos-${cluster}-${pool}-${key}`;
}

/** Name of the Talos image of one version and architecture: CAPH's `imageName` and the snapshot's label. */
export function talosImageName(architecture: string, version: string): string {
  return `talos-${architecture}-${version}`;
}

/** Name of the vSphere template that holds one version of Talos, unless the definition names another. */
export function talosTemplateName(version: string): string {
  return `talos-${version}`;
}
