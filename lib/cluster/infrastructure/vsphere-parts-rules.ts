import type { Cidr, Ip } from '../address';
import { nearest } from '../nearest';
import type { Problem } from '../problem';
import { addressLabelProblems } from './address-label';
import { macProblems } from './mac-problems';
import type { Vsphere, VspherePool } from './vsphere';
import { wholeGibibytes } from './whole-gibibytes';

/** The unit of a SCSI controller that is the controller itself. Source: VMware, "SCSI and SATA Storage Controller Conditions". */
const CONTROLLER_UNIT = 7;

/** Rules of the disks beside the system disk. */
export function diskProblems(at: string, disks: VspherePool['disks']): Problem[] {
  const all = Object.entries(disks);
  return all.flatMap(([name, { unit, size }], i): Problem[] => {
    const holder = all.findIndex(([, other]) => other.unit === unit);
    return [
      ...wholeGibibytes(`${at}.${name}.size`, size),
      ...(unit === CONTROLLER_UNIT
        ? [
            {
              path: `${at}.${name}.unit`,
              what: 'the unit is that of the controller itself',
              got: unit,
              allowed: '1 to 6 and 8 to 14',
              fix: 'choose another',
            },
          ]
        : []),
      ...(holder < i
        ? [
            {
              path: `${at}.${name}.unit`,
              what: `the unit is taken by disk ${all[holder]?.[0] ?? ''}`,
              got: unit,
              allowed: 'a unit of its own',
              fix: 'change one of the two',
            },
          ]
        : []),
      ...(name === 'disk0'
        ? [{ path: `${at}.${name}`, what: 'the name is that of the system disk', got: name, fix: 'rename it' }]
        : []),
    ];
  });
}

/** Rules of the interfaces beside that on the node network. */
export function interfaceProblems(machines: Vsphere): Problem[] {
  const known = Object.keys(machines.networks);
  return [
    ...known.flatMap((name) => addressLabelProblems(`machines.networks.${name}`, name)),
    ...Object.entries(machines.networks).flatMap(([name, { cidr }]) =>
      cidrForm(`machines.networks.${name}.cidr`, cidr),
    ),
    ...Object.entries(machines.pools).flatMap(([pool, { networks }]) =>
      networks.flatMap((name, i) =>
        networkProblems(`machines.pools.${pool}.networks.${String(i)}`, name, known, networks.indexOf(name) < i),
      ),
    ),
    ...takenMacs(machines),
    ...Object.entries(machines.pools).flatMap(([name, pool]) =>
      Object.entries(pool.machines).flatMap(([key, machine]) =>
        machineInterfaces(`machines.pools.${name}.machines.${key}.interfaces`, pool, machine, machines),
      ),
    ),
  ];
}

function cidrForm(path: string, cidr: Cidr | undefined): Problem[] {
  if (cidr === undefined || (cidr.valid && !cidr.hasHostBits)) return [];
  return [
    {
      path,
      what: cidr.valid ? 'host bits are set' : 'not a CIDR',
      got: cidr.text,
      allowed: 'a network such as 198.51.100.0/24',
      fix: cidr.valid ? `did you mean ${cidr.canonical}?` : 'write address/prefix',
    },
  ];
}

function networkProblems(path: string, name: string, known: readonly string[], twice: boolean): Problem[] {
  if (!known.includes(name))
    return [
      {
        path,
        what: 'unknown network',
        got: name,
        allowed: known.length === 0 ? 'none, as machines.networks names none' : known.join(', '),
        fix: known.length === 0 ? 'add it to machines.networks' : `did you mean ${nearest(name, known)}?`,
      },
    ];
  return twice ? [{ path, what: 'the network is listed twice', got: name, fix: 'remove one' }] : [];
}

type Interfaces = VspherePool['machines'][string];

function machineInterfaces(
  at: string,
  pool: VspherePool,
  { interfaces }: Interfaces,
  { networks }: Vsphere,
): Problem[] {
  const stray = Object.keys(interfaces).filter((name) => !pool.networks.includes(name));
  const missing = pool.networks.filter((name) => !(name in interfaces) && name in networks);
  return [
    ...stray.map((name) => ({
      path: `${at}.${name}`,
      what: 'the pool is not connected to this network',
      got: name,
      allowed: pool.networks.length === 0 ? 'none' : pool.networks.join(', '),
      fix: 'add it to the networks of the pool, or remove the interface',
    })),
    ...missing.map((name) => ({
      path: `${at}.${name}`,
      what: 'the machine has no MAC address on a network of its pool',
      allowed: 'an interface with a fixed MAC address',
      fix: 'add it',
    })),
    ...Object.entries(interfaces).flatMap(([name, { mac, address }]) => [
      ...macProblems(`${at}.${name}.mac`, mac),
      ...addressProblems(`${at}.${name}.address`, address, networks[name]?.cidr),
    ]),
  ];
}

function addressProblems(path: string, address: Ip | undefined, cidr: Cidr | undefined): Problem[] {
  if (address === undefined || cidr?.contains(address) === true || cidr?.valid === false) return [];
  return [
    {
      path,
      what: cidr === undefined ? 'an address in a network that has no cidr' : 'the address is outside its network',
      got: address.text,
      allowed: cidr === undefined ? 'no address' : `an address of ${cidr.text}`,
      fix: cidr === undefined ? 'give the network its cidr, or remove the address' : 'correct it, or the network',
    },
  ];
}

/** MAC addresses of further interfaces that another interface of the cluster has; another rule looks at the first ones. */
function takenMacs({ pools }: Vsphere): Problem[] {
  const machines = Object.entries(pools).flatMap(([pool, { machines }]) =>
    Object.entries(machines).map(([key, machine]) => ({ at: `machines.pools.${pool}.machines.${key}`, machine })),
  );
  const holders = new Map(machines.map(({ at, machine }) => [machine.mac, `${at}.mac`]));
  const problems: Problem[] = [];
  for (const { at, machine } of machines) {
    for (const [name, { mac }] of Object.entries(machine.interfaces)) {
      const path = `${at}.interfaces.${name}.mac`;
      const holder = holders.get(mac);
      if (holder === undefined) holders.set(mac, path);
      else
        problems.push({
          path,
          what: `the MAC address is taken by ${holder}`,
          got: mac,
          allowed: 'a MAC address of its own',
          fix: 'change one of the two',
        });
    }
  }
  return problems;
}
