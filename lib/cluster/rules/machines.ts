import { checkInfrastructure } from '../infrastructure';
import { macProblems } from '../infrastructure/mac-problems';
import type { Problem } from '../problem';
import { rule } from './rule';

/** VMware Tools for Talos. Source: siderolabs/extensions, `guest-agents/vmtoolsd-guest-agent`. */
const VMWARE_TOOLS = 'siderolabs/vmtoolsd-guest-agent';

/** A value that may belong to one owner alone. */
interface Claim {
  readonly value: string;
  readonly owner: string;
  readonly path: string;
}

/** One problem for each claim on a value that an earlier claim holds, naming both owners. */
function collisions(what: string, claims: readonly Claim[]): Problem[] {
  const holders = new Map<string, Claim>();
  const problems: Problem[] = [];
  for (const claim of claims) {
    const holder = holders.get(claim.value);
    if (holder === undefined) holders.set(claim.value, claim);
    else
      problems.push({
        path: claim.path,
        what: `the ${what} of ${claim.owner} is taken by ${holder.owner} (${holder.path})`,
        got: claim.value,
        allowed: `a ${what} of its own`,
        fix: 'change one of the two',
      });
  }
  return problems;
}

export const machines = [
  rule(['pools'], ({ pools }) => {
    const control = pools.filter((pool) => pool.role === 'control-plane');
    const count = control.reduce((sum, pool) => sum + pool.count, 0);
    const path = control.length === 1 ? `machines.pools.${control[0]?.name ?? ''}` : 'machines.pools';
    if (count === 0)
      return [
        {
          path: 'machines.pools',
          what: 'no control plane machine',
          got: pools.map((pool) => pool.name),
          allowed: 'a pool with role control-plane',
          fix: 'add a control plane pool',
        },
      ];
    if (count % 2 === 0)
      return [
        {
          path,
          what: 'an even number of control plane machines',
          got: count,
          allowed: 'an odd number: 1, 3 or 5',
          fix: `use ${String(count - 1)} or ${String(count + 1)}; an even etcd survives no more failures than one machine less`,
        },
      ];
    return [];
  }),
  rule(['pools'], ({ pools }) =>
    pools.flatMap((pool) =>
      pool.machines.flatMap((machine): Problem[] => {
        if (machine.mac === undefined) return [];
        return macProblems(`machines.pools.${pool.name}.machines.${machine.key}.mac`, machine.mac);
      }),
    ),
  ),
  rule(['pools', 'network'], ({ pools, network: { endpoint, gateway } }) => {
    const all = pools.flatMap((pool) =>
      pool.machines.map((machine) => ({ machine, path: `machines.pools.${pool.name}.machines.${machine.key}` })),
    );
    const fixed = [
      { address: endpoint.address, owner: 'the endpoint', path: 'network.endpoint.address' },
      { address: gateway, owner: 'the gateway', path: 'network.gateway' },
      ...all.map(({ machine, path }) => ({ address: machine.address, owner: machine.name, path: `${path}.address` })),
    ];
    return [
      ...collisions(
        'name',
        all.map(({ machine, path }) => ({ value: machine.name, owner: `${machine.pool}/${machine.key}`, path })),
      ),
      ...collisions(
        'MAC address',
        all.flatMap(({ machine, path }) =>
          machine.mac === undefined ? [] : [{ value: machine.mac, owner: machine.name, path: `${path}.mac` }],
        ),
      ),
      ...collisions(
        'address',
        fixed.flatMap(({ address, owner, path }) =>
          address?.valid === true ? [{ value: address.value.toString(), owner, path, text: address.text }] : [],
        ),
      ),
    ];
  }),
  rule(['machines', 'network'], ({ machines: infrastructure, network }) =>
    checkInfrastructure(infrastructure, network),
  ),
  rule(['machines', 'system'], ({ machines: infrastructure, system: { extensions, image } }) => {
    if (infrastructure.kind === 'hetzner-machines' && image.secureBoot !== undefined)
      return [
        {
          path: 'system.image.secureBoot',
          what: 'servers of Hetzner Cloud do not boot with secure boot',
          got: true,
          allowed: 'false',
          fix: 'remove it',
        },
      ];
    if (infrastructure.kind !== 'vsphere' || infrastructure.waitForAddress === undefined) return [];
    if (extensions.includes(VMWARE_TOOLS)) return [];
    return [
      {
        path: 'machines.waitForAddress',
        what: 'without VMware Tools no machine reports its address',
        got: infrastructure.waitForAddress,
        allowed: `nothing, or the extension ${VMWARE_TOOLS}`,
        fix: 'add the extension to system.extensions, or remove waitForAddress',
      },
    ];
  }),
];
