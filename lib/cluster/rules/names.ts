import type { Cluster } from '../cluster';
import { poolPlaces } from '../infrastructure/managed-pool';
import type { Problem } from '../problem';
import { rule } from './rule';

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const ALLOWED = 'lower-case letters, digits and inner hyphens';

/** A DNS-1123 label of at most `limit` characters. */
export function labelProblems(path: string, name: string, limit = 63): Problem[] {
  if (name.length > limit)
    return [
      {
        path,
        what: `too long a name (${String(name.length)} characters)`,
        got: name,
        allowed: `${String(limit)} characters or fewer`,
        fix: 'shorten it',
      },
    ];
  if (LABEL.test(name)) return [];
  const suggestion = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return [
    {
      path,
      what: 'not a DNS-1123 label',
      got: name,
      allowed: ALLOWED,
      fix: suggestion === '' ? 'choose a name' : `write ${suggestion}`,
    },
  ];
}

/** A name that a layer makes out of the definition's names, with the limit that the reader of the name sets. */
interface DerivedName {
  readonly path: string;
  readonly what: string;
  readonly name: string;
  readonly limit: number;
}

/** Random suffix that Cluster API puts on machine sets and on machines, and the content hash of a machine template. */
const MACHINE_SUFFIX = '-xxxxx';
const TEMPLATE_HASH = '-00000000';

/** The longest names that Cluster API gives the machines of a pool; none where it does not make them. */
function managedMachineNames({ name, machines }: Pick<Cluster, 'name' | 'machines'>, poolName: string): string[] {
  if (!('managedBy' in machines)) return [];
  const pool = machines.pools[poolName];
  const places = pool?.role === 'worker' ? poolPlaces(pool) : [];
  const template = `${name}-${poolName}${TEMPLATE_HASH}${MACHINE_SUFFIX}`;
  return [template, ...places.map((place) => `${name}-${poolName}-${place}${MACHINE_SUFFIX}${MACHINE_SUFFIX}`)];
}

function derivedNames(cluster: Pick<Cluster, 'name' | 'machines' | 'pools' | 'gitops' | 'platform'>): DerivedName[] {
  const names: DerivedName[] = [];
  for (const pool of cluster.pools) {
    const path = `machines.pools.${pool.name}`;
    for (const machine of pool.machines) {
      names.push({ path: `${path}.machines.${machine.key}`, what: 'host name', name: machine.name, limit: 63 });
    }
    for (const name of managedMachineNames(cluster, pool.name)) {
      // Cluster API copies the machine's name into a label value
      names.push({ path, what: 'machine name', name, limit: 63 });
    }
  }
  for (const stage of cluster.platform.filter((s) => s.carrier === 'engine')) {
    for (const component of stage.components) {
      const path = `platform.${stage.name}.${component.name}`;
      const { layout } = cluster.gitops;
      // Argo CD takes the Application's name as Helm release name, which Helm cuts off at 53; it is also a label value
      if (layout.kind === 'application-set')
        names.push({
          path,
          what: 'Application and Helm release name',
          name: `${component.namespace}-${component.name}`,
          limit: 53,
        });
      else names.push({ path, what: 'App ID', name: `${layout.directory}.${stage.name}.${component.name}`, limit: 63 });
    }
  }
  return names;
}

export const names = [
  rule(['name'], ({ name }) => labelProblems('name', name, 40)),
  rule(['group'], ({ group }) => labelProblems('group', group)),
  rule(['pools'], ({ pools }) =>
    pools.flatMap((pool) => [
      ...labelProblems(`machines.pools.${pool.name}`, pool.name),
      ...pool.machines.flatMap((machine) =>
        labelProblems(`machines.pools.${pool.name}.machines.${machine.key}`, machine.key),
      ),
    ]),
  ),
  rule(['platform'], ({ platform }) =>
    platform.flatMap((stage) => labelProblems(`platform.${stage.name}`, stage.name)),
  ),
  rule(['gitops'], ({ gitops }) =>
    gitops.layout.kind === 'app-of-apps' ? labelProblems('gitops.layout.directory', gitops.layout.directory) : [],
  ),
  rule(['name', 'machines', 'pools', 'gitops', 'platform'], (cluster) =>
    derivedNames(cluster)
      .filter(({ name, limit }) => name.length > limit)
      .map(({ path, what, name, limit }) => ({
        path,
        what: `the ${what} made from it is too long (${String(name.length)} characters)`,
        got: name,
        allowed: `${String(limit)} characters or fewer`,
        fix: 'shorten the names it is made from',
      })),
  ),
];
