import type { Network } from '../network';
import type { Problem } from '../problem';
import type { Size } from '../size';
import { listedPoolProblems } from './listed-machines';
import { stateProblems } from './terraform-state-rules';
import type { Vsphere } from './vsphere';
import { diskProblems, interfaceProblems } from './vsphere-parts-rules';
import { wholeGibibytes } from './whole-gibibytes';

/** Rules of vSphere machines that the definition lists. */
export function checkVsphere(machines: Vsphere, network: Network): Problem[] {
  return [
    ...endpointProblems(network),
    ...listedPoolProblems(machines.pools),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...hardwareProblems(`machines.pools.${name}`, pool),
      ...diskProblems(`machines.pools.${name}.disks`, pool.disks),
    ]),
    ...interfaceProblems(machines),
    ...storageProblems(machines),
    ...templateProblems(machines),
    ...stateProblems(machines.state),
  ];
}

/** Source: vSphere provider, `virtual_machine`: the two conflict, and one is needed. */
function storageProblems({ datastore, datastoreCluster }: Vsphere): Problem[] {
  if ((datastore === undefined) !== (datastoreCluster === undefined)) return [];
  return [
    {
      path: 'machines.datastore',
      what: datastore === undefined ? 'nothing says where the disks stand' : 'two places for the disks',
      got: { datastore, datastoreCluster },
      allowed: 'either datastore or datastoreCluster',
      fix: datastore === undefined ? 'name one' : 'remove one of the two',
    },
  ];
}

/** Source: vSphere provider, `virtual_machine`: Storage DRS places clones of templates only. */
function templateProblems({ template, datastoreCluster, pools }: Vsphere): Problem[] {
  const problems: Problem[] = [];
  const deployed = typeof template === 'object';
  if (deployed && datastoreCluster !== undefined) {
    problems.push({
      path: 'machines.datastoreCluster',
      what: 'vSphere places no machine in a datastore cluster that is made from a library item or an OVA',
      got: datastoreCluster,
      allowed: 'a datastore, or a template',
      fix: 'name a datastore, or clone a template',
    });
  }
  const own = Object.entries(pools).flatMap(([pool, { disks }]) =>
    Object.entries(disks)
      .filter(([, { datastore }]) => datastore !== undefined && datastoreCluster !== undefined)
      .map(([disk]) => `${pool}.disks.${disk}`),
  );
  return [
    ...problems,
    ...own.map((at) => ({
      path: `machines.pools.${at}.datastore`,
      what: 'Storage DRS places all disks of a machine',
      allowed: 'no datastore of its own',
      fix: 'remove it, or name machines.datastore instead of machines.datastoreCluster',
    })),
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
  // vSphere takes memory in steps of 4 MiB
  if (memory.mebibytes % 4 !== 0) {
    problems.push({
      path: `${at}.memory`,
      what: 'not a multiple of 4 MiB',
      got: memory.toQuantity(),
      allowed: 'multiples of 4 MiB',
      fix: `give the pool MiB(${String(Math.ceil(memory.mebibytes / 4) * 4)})`,
    });
  }
  problems.push(...wholeGibibytes(`${at}.disk`, disk));
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
