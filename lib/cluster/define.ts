import type { z } from 'zod';
import { machinePools } from './infrastructure';
import { sections, type Cluster, type ClusterDefinition, type Sections } from './cluster';
import type { Engine } from './ports/engine';
import { rules } from './rules';
import { DefinitionError, type Problem } from './problem';
import { nearest } from './nearest';
import { shapeProblems } from './shape-problems';

/**
 * Resolves and checks a definition.
 *
 * @throws DefinitionError with every problem found, when there is one
 */
export function defineCluster<E extends ClusterDefinition['gitops']>(
  definition: Omit<ClusterDefinition, 'gitops'> & { readonly gitops: E },
): Cluster<Extract<Engine, Pick<E, 'kind'>>> {
  const { cluster, problems } = read(definition);
  if (problems.length > 0) throw new DefinitionError(subjectOf(definition), problems);
  return deepFreeze(cluster as Cluster<Extract<Engine, Pick<E, 'kind'>>>);
}

/** Everything that is wrong with a definition; empty when it can be used. Never throws. */
export function check(definition: unknown): Problem[] {
  return read(definition).problems;
}

type Parsed = { -readonly [K in keyof Cluster]?: Cluster[K] };

/** Reads each section on its own, then runs every rule whose sections could be read. */
function read(definition: unknown): { cluster: Parsed; problems: Problem[] } {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) {
    return {
      cluster: {},
      problems: [
        {
          path: '(definition)',
          what: 'not a cluster definition',
          got: definition,
          fix: 'pass the object that defineCluster describes',
        },
      ],
    };
  }
  const problems = unknownSections(definition);
  const cluster: Parsed = {};
  for (const name of Object.keys(sections) as (keyof Sections)[]) {
    const value = (definition as Record<string, unknown>)[name];
    const parsed = (sections[name] as z.ZodType).safeParse(sortKeys(value));
    if (parsed.success) Object.assign(cluster, { [name]: parsed.data });
    else problems.push(...shapeProblems(name, parsed.error.issues, value));
  }
  if (cluster.group !== undefined && cluster.name !== undefined) cluster.id = `${cluster.group}/${cluster.name}`;
  if (cluster.machines !== undefined && cluster.name !== undefined)
    cluster.pools = machinePools(cluster.machines, cluster.name);
  for (const rule of rules) {
    if (rule.needs.every((section) => section in cluster)) problems.push(...rule.check(cluster as Cluster));
  }
  return { cluster, problems };
}

function unknownSections(definition: object): Problem[] {
  const known = Object.keys(sections);
  return Object.keys(definition)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: key,
      what: 'unknown key',
      allowed: known.join(', '),
      fix: `did you mean ${nearest(key, known)}?`,
    }));
}

function subjectOf(definition: unknown): string {
  const name = (definition as { name?: unknown } | null)?.name;
  return typeof name === 'string' && name !== '' ? name : '(unnamed)';
}

/** Key order in a definition carries no meaning, so that it cannot reach the output: records are read in key order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null || !isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, sortKeys(member)] as const);
  // numeric collation: machine 10 comes after machine 9
  return Object.fromEntries(entries.sort(([a], [b]) => compareKeys(a, b)));
}

/** Not a value of ours, such as an address: what is written in braces, or made without any prototype. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function compareKeys(a: string, b: string): number {
  const numeric = /^\d+$/;
  if (numeric.test(a) && numeric.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
