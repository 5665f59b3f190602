import type { Cluster, MachineRole, Problem } from '../../cluster';

/** A machine that runs Talos, wherever it comes from. */
export interface TalosMachine {
  /** Name in the definition: its configuration is the encrypted file of this name. */
  readonly name: string;
  /** Where Talos answers: an address or a name, or a Terraform expression that gives one. */
  readonly address: string;
  readonly role: MachineRole;
}

/** The machines that a definition gives a fixed address; others can only be named by whoever makes them. */
export function addressedMachines({ pools }: Pick<Cluster, 'pools'>): readonly TalosMachine[] {
  return pools.flatMap(({ machines }) =>
    machines.flatMap(({ name, role, address }) =>
      address === undefined ? [] : [{ name, role, address: address.text }],
    ),
  );
}

/** What keeps these machines from becoming a cluster. */
export function machineProblems(cluster: string, machines: readonly TalosMachine[]): readonly Problem[] {
  const path = `${cluster} machines`;
  const problems: Problem[] = [];
  if (!machines.some(({ role }) => role === 'control-plane')) {
    problems.push({
      path,
      what: 'none is a control plane with an address',
      fix: 'pass at least one, which starts etcd',
    });
  }
  for (const key of ['name', 'address'] as const) {
    const values = machines.map((machine) => machine[key]);
    const repeated = [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
    for (const got of repeated) {
      problems.push({ path, what: `two have the same ${key}`, got, fix: `give each a ${key} of its own` });
    }
  }
  return problems;
}
