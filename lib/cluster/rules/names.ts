import type { Cluster } from '../cluster';
import { poolPlaces } from '../infrastructure/managed-pool';
import type { Component } from '../ports/component';
import type { Engine } from '../ports/engine';
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
      names.push({
        path: `platform.${stage.name}.${component.name}`,
        ...carriedName(cluster.gitops, stage.name, component),
      });
    }
  }
  return names;
}

/** The name under which the engine carries a component, where its readers set a limit. */
function carriedName(
  gitops: Engine,
  stage: string,
  { name, namespace }: Pick<Component, 'name' | 'namespace'>,
): Omit<DerivedName, 'path'> {
  // Helm cuts the name of a release off at 53
  if (gitops.kind === 'flux') return { what: 'Helm release name', name, limit: 53 };
  const { layout } = gitops;
  return layout.kind === 'application-set'
    ? // Argo CD takes the Application's name as that of the Helm release; it is also a label value
      { what: 'Application and Helm release name', name: `${namespace}-${name}`, limit: 53 }
    : { what: 'App ID', name: `${layout.directory}.${stage}.${name}`, limit: 63 };
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
    gitops.kind === 'argo-cd' && gitops.layout.kind === 'app-of-apps'
      ? labelProblems('gitops.layout.directory', gitops.layout.directory)
      : [],
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
