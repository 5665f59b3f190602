import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where built tools are kept between clones: `PLINTH_TOOLS`, else the user's cache. */
export const toolCache =
  process.env.PLINTH_TOOLS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'plinth', 'tools');

/** Whether the machine has a Go toolchain. */
export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/**
 * Builds a Go tool once for each state of its sources, and gives the path of the binary.
 *
 * @param name folder below `e2e/tools` that pins the tool by its go.mod
 * @param module package to build. @default - the folder's own
 */
export function buildTool(name: string, module = '.'): string {
  const sources = join(__dirname, name);
  const program = module === '.' ? name : (module.split('/').at(-1) ?? name);
  const binary = join(toolCache, `${program}-${sourceHash(sources)}`);
  if (existsSync(binary)) return binary;
  console.log(`building ${module === '.' ? `e2e/tools/${name}` : module} (once, may take some minutes)`);
  mkdirSync(toolCache, { recursive: true });
  // under another name until it is whole: a build may be killed, and two may run at once
  const part = `${binary}.${String(process.pid)}`;
  execFileSync('go', ['build', '-trimpath', '-o', part, module], { cwd: sources, stdio: 'inherit' });
  renameSync(part, binary);
  return binary;
}

/** Version of a module, with its leading `v`, as a tool's go.mod pins it. */
export function pinnedVersion(name: string, module: string): string {
  const requirements = readFileSync(join(__dirname, name, 'go.mod'), 'utf8');
  const line = requirements.split('\n').find((text) => text.replace('require ', '').trim().startsWith(`${module} v`));
  const version = line?.replace('require ', '').trim().split(' ')[1];
  if (version === undefined) throw new Error(`e2e/tools/${name}/go.mod does not require ${module}; add it`);
  return version;
}

function sourceHash(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.go$|^go\.(mod|sum)$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
