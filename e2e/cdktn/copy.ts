import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Alias } from './alias';

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Copies every file that git knows or would take up, as it stands in the working tree. */
export function copyProject(repository: string, folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  // a linked checkout may have its packages as a symbolic link, which .gitignore does not name
  for (const file of listed.split('\0').filter((path) => path !== '' && path !== 'node_modules')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(repository, file), join(folder, file), { force: true });
  }
}

/** Puts the alias into the copy's package.json; the lock file goes on pinning everything else. */
export function switchProject(folder: string, { cdktf, overrides }: Alias): void {
  const manifest = readManifest(folder);
  write(folder, {
    ...manifest,
    devDependencies: { ...manifest.devDependencies, cdktf },
    overrides,
  });
}

/** A project of a user: our package as it is published, its peers, and the alias. */
export function writeUserProject(repository: string, folder: string, { cdktf, overrides }: Alias): void {
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }];
  const { peerDependencies, devDependencies } = readManifest(repository);
  const peers = Object.keys(peerDependencies).map((name) => [name, devDependencies[name]]);
  write(folder, {
    name: 'user',
    private: true,
    dependencies: { ...(Object.fromEntries(peers) as Record<string, string>), plinth: `file:${filename}`, cdktf },
    overrides,
  });
}

export interface Installed {
  readonly ok: boolean;
  /** Whether nothing could be fetched, rather than that something was wrong. */
  readonly offline: boolean;
  readonly output: string;
}

/** `npm install` in a folder. */
export function install(folder: string, ...args: readonly string[]): Installed {
  const { status, stdout, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const output = `${stdout}${stderr}`.trim();
  const offline = /npm error code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/.test(output);
  return { ok: status === 0, offline: status !== 0 && offline, output };
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function write(folder: string, manifest: unknown): void {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
