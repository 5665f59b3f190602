import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { DefinitionError, nearest, type Cluster, type Project } from '../lib/cluster';

/** A mistake of the caller: shown as it is, without a stack trace. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A project as the verbs use it. */
export interface LoadedProject {
  /** Folder of `plinth.config.ts`. */
  readonly root: string;
  /** Absolute folder that the tree is written to. */
  readonly tree: string;
  /** Every cluster of the project, by id. */
  readonly clusters: readonly Cluster[];
}

const CONFIG = 'plinth.config.ts';

/** What a module exports; which one is known at run time only. */
const load: (module: string) => unknown = createRequire(__filename);

/**
 * Finds `plinth.config.ts` in a folder or the nearest one above it, and loads every cluster that it names.
 *
 * @throws ProblemsError with the problems of all definitions, not of the first bad one only
 */
export function loadProject(from: string = process.cwd()): LoadedProject {
  const file = findConfig(from);
  const project = (defaultExport(file) ?? {}) as Partial<Project>;
  if (!Array.isArray(project.clusters) || project.clusters.length === 0) {
    throw new UsageError(
      `${CONFIG}: no clusters, got ${JSON.stringify(project.clusters)}; export default defineProject({ clusters: ['./clusters/name.ts'] })`,
    );
  }
  const root = dirname(file);
  const clusters = loadClusters(root, project.clusters);
  return { root, tree: resolve(root, project.tree ?? 'gitops'), clusters };
}

/**
 * The clusters that a command line names, by name or `<group>/<name>`; all of them where it names none.
 *
 * @throws UsageError for a name that fits none or several
 */
export function selectClusters(project: LoadedProject, names: readonly string[]): readonly Cluster[] {
  if (names.length === 0) return project.clusters;
  const selected = new Set(names.map((name) => findCluster(project.clusters, name)));
  return project.clusters.filter((cluster) => selected.has(cluster));
}

function findCluster(clusters: readonly Cluster[], name: string): Cluster {
  const found = clusters.filter((cluster) => cluster.id === name || cluster.name === name);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const ids = clusters.map((cluster) => cluster.id);
  if (first !== undefined)
    throw new UsageError(`several clusters of that name, got ${name}; use one of ${found.map((c) => c.id).join(', ')}`);
  throw new UsageError(
    `no such cluster, got ${name}; did you mean ${nearest(name, [...clusters.map((c) => c.name), ...ids])}? known: ${ids.join(', ')}`,
  );
}

function findConfig(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = resolve(folder, CONFIG);
    if (existsSync(file)) return file;
    if (folder === dirname(folder))
      throw new UsageError(`no ${CONFIG} here or above, got ${from}; run plinth inside a project, or create the file`);
  }
}

/** Every problem of every definition. */
export class ProblemsError extends Error {
  constructor(readonly reports: readonly string[]) {
    super(reports.join('\n'));
    this.name = 'ProblemsError';
  }
}

function loadClusters(root: string, modules: readonly string[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const reports: string[] = [];
  for (const module of modules) {
    try {
      const file = resolve(root, module);
      if (!existsSync(file))
        throw new UsageError(`${CONFIG}: no such module, got ${module}; name a file, relative to ${CONFIG}`);
      const cluster = defaultExport(file) as Cluster | undefined;
      if (typeof cluster?.id !== 'string')
        throw new UsageError(`${module}: no cluster is exported; export default defineCluster({ … })`);
      clusters.push(cluster);
    } catch (error) {
      reports.push(isReport(error) ? error.message : brokenModule(module, error));
    }
  }
  reports.push(...duplicates(clusters));
  if (reports.length > 0) throw new ProblemsError(reports);
  return clusters.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A module that throws, or is no TypeScript: the first line says what, and `--debug` the rest. */
function brokenModule(module: string, error: unknown): string {
  const [first = ''] = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n');
  return `${module}: cannot be loaded, got ${first}; correct the module`;
}

function duplicates(clusters: readonly Cluster[]): string[] {
  const ids = clusters.map((cluster) => cluster.id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map(
    (id) =>
      `${CONFIG}: two clusters of one group and name, got ${id}; rename one, since both would write the same files`,
  );
}

/** A project may load another copy of this package than the one that runs, hence by name and not `instanceof`. */
function isReport(error: unknown): error is Error {
  return error instanceof Error && (error.name === DefinitionError.name || error instanceof UsageError);
}

function defaultExport(file: string): unknown {
  registerTypeScript();
  const loaded = load(file) as { default?: unknown };
  return loaded.default ?? loaded;
}

let registered = false;

/** Definitions are TypeScript, and Node 20 does not read it. */
function registerTypeScript(): void {
  if (registered) return;
  registered = true;
  const { register } = load('tsx/cjs/api') as typeof import('tsx/cjs/api');
  register();
}
