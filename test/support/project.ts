import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(__dirname, '../..');

/** A throw-away project on disk. */
export interface TestProject {
  readonly folder: string;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Every file below a folder of the project, path to content. */
  tree(path: string): ReadonlyMap<string, string>;
  exists(path: string): boolean;
  link(path: string, target: string): void;
  /** Removes a file or a folder of the project. */
  removeFile(path: string): void;
  /** Runs the real command line in a process of its own. */
  plinth(...argv: string[]): Outcome;
  /** The same with more environment. */
  plinthWith(env: Readonly<Record<string, string>>, ...argv: string[]): Outcome;
  remove(): void;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes a project whose definitions import this repository's own sources. */
export function testProject(files: Readonly<Record<string, string>> = {}): TestProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-test-')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    tree: (path) => readTree(join(folder, path)),
    exists: (path) => existsSync(join(folder, path)),
    link: (path, target) => {
      symlinkSync(target, join(folder, path));
    },
    removeFile: (path) => {
      rmSync(join(folder, path), { recursive: true });
    },
    plinth: (...argv) => plinth(folder, argv, {}),
    plinthWith: (env, ...argv) => plinth(folder, argv, env),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies the repository's own project (its definitions and configuration), so that a test may change it. */
export function copyOfThisProject(): TestProject {
  const project = testProject();
  for (const path of ['clusters', 'plinth.config.ts']) {
    cpSync(join(repository, path), join(project.folder, path), { recursive: true });
  }
  for (const path of [
    'plinth.config.ts',
    ...readdirSync(join(project.folder, 'clusters')).map((file) => `clusters/${file}`),
  ]) {
    project.write(path, project.read(path).replaceAll(/'\.\.?\/lib\//g, `'${repository}/lib/`));
  }
  return project;
}

/** How the command line runs from its sources: in one process, so that a signal to it reaches the one that writes. */
export const command: readonly string[] = [
  '--require',
  join(repository, 'node_modules/tsx/dist/cjs/index.cjs'),
  join(repository, 'cli/main.ts'),
];

function plinth(cwd: string, argv: readonly string[], more: Readonly<Record<string, string>>): Outcome {
  // a key of whoever runs the tests must not open what a test wants shut
  const env = { ...withoutKeys(process.env), NO_COLOR: '1', XDG_CONFIG_HOME: join(cwd, '.config'), ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...argv], { cwd, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}

function withoutKeys(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('SOPS_')));
}

export function readTree(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else files.set(below, readFileSync(join(folder, below), 'utf8'));
    }
  };
  walk('');
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
