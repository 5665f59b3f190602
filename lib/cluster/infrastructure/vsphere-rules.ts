import type { Network } from '../network';
import type { Problem } from '../problem';
import type { Size } from '../size';
import type { Vsphere } from './vsphere';

/** Rules of vSphere machines that the definition lists. */
export function checkVsphere(machines: Vsphere, network: Network): Problem[] {
  return [
    ...endpointProblems(network),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...(Object.keys(pool.machines).length === 0
        ? [
            {
              path: `machines.pools.${name}.machines`,
              what: 'the pool has no machines',
              got: {},
              fix: 'list at least one machine, or drop the pool',
            },
          ]
        : []),
      ...hardwareProblems(`machines.pools.${name}`, pool),
    ]),
  ];
}

/** The control plane's machines share the endpoint's address, which must be one of theirs. */
export function endpointProblems({ endpoint: { address }, nodes }: Network): Problem[] {
  if (address === undefined || !address.valid || !nodes.valid || nodes.contains(address)) return [];
  return [
    {
      path: 'network.endpoint.address',
      what: 'the endpoint is a virtual address shared by the control plane machines and must be in the node network',
      got: address.text,
      allowed: `an address of ${nodes.text}`,
      fix: 'choose a free address of network.nodes',
    },
  ];
}

/** What vSphere and Talos ask of the hardware of a machine. */
export function hardwareProblems(
  at: string,
  { role, memory, disk }: { readonly role: string; readonly memory: Size; readonly disk: Size },
): Problem[] {
  const problems: Problem[] = [];
  // vSphere takes memory in steps of 4 MiB, and the provider disks in whole GiB
  if (memory.mebibytes % 4 !== 0) {
    problems.push({
      path: `${at}.memory`,
      what: 'not a multiple of 4 MiB',
      got: memory.toQuantity(),
      allowed: 'multiples of 4 MiB',
      fix: `give the pool MiB(${String(Math.ceil(memory.mebibytes / 4) * 4)})`,
    });
  }
  if (!Number.isInteger(disk.gibibytes) || disk.gibibytes < 1) {
    problems.push({
      path: `${at}.disk`,
      what: 'not a whole number of GiB',
      got: disk.toQuantity(),
      allowed: 'whole GiB, 1 or more',
      fix: `give the pool GiB(${String(Math.max(1, Math.ceil(disk.gibibytes)))})`,
    });
  }
  // Talos refuses to boot a control plane below 2 GiB; etcd's own floor is two cores.
  if (role === 'control-plane' && memory.gibibytes < 2) {
    problems.push({
      path: `${at}.memory`,
      what: 'too little memory for a control plane',
      got: memory.toQuantity(),
      allowed: '2Gi or more',
      fix: 'give the pool GiB(2) or more',
    });
  }
  return problems;
}
