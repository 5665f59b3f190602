/** Prefixes that Cluster API carries from a machine to its node. Source: Cluster API, "metadata propagation". */
const FROM_MACHINES =
  /^(node-role\.kubernetes\.io\/|(([-a-z0-9.]+\.)?(node-restriction\.kubernetes\.io|node\.cluster\.x-k8s\.io))\/)/;

/** Whether a label reaches the node through its machine; any other the node gives itself, from its Talos configuration. */
export function comesFromMachine(label: string): boolean {
  return FROM_MACHINES.test(label);
}
