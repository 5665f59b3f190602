import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
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
 * @param overlaid module of which the files below the folder's `overlay/` replace files. @default - none
 */
export function buildTool(name: string, module = '.', overlaid?: string): string {
  const sources = join(__dirname, name);
  const program = module === '.' ? name : (module.split('/').at(-1) ?? name);
  const binary = join(toolCache, `${program}-${sourceHash(sources)}`);
  if (existsSync(binary)) return binary;
  console.log(`building ${module === '.' ? `e2e/tools/${name}` : module} (once, may take some minutes)`);
  mkdirSync(toolCache, { recursive: true });
  // under another name until it is whole: a build may be killed, and two may run at once
  const part = `${binary}.${String(process.pid)}`;
  const build = (folder: string) => {
    execFileSync('go', ['build', '-trimpath', '-o', part, module], { cwd: folder, stdio: 'inherit' });
  };
  if (overlaid === undefined) build(sources);
  else withOverlay(name, overlaid, build);
  renameSync(part, binary);
  return binary;
}

/** Builds where a changed copy of a module replaces it: Go's own `-overlay` refuses files of the module cache. */
function withOverlay(name: string, module: string, build: (folder: string) => void): void {
  const sources = join(__dirname, name);
  const folder = mkdtempSync(join(tmpdir(), 'plinth-overlay-'));
  const copy = join(folder, 'module');
  try {
    const pinned = `${module}@${pinnedVersion(name, module)}`;
    const answer = execFileSync('go', ['mod', 'download', '-json', pinned], { cwd: sources, encoding: 'utf8' });
    cpSync((JSON.parse(answer) as { readonly Dir: string }).Dir, copy, { recursive: true });
    // the module cache is read-only, and so are its copies
    execFileSync('chmod', ['-R', 'u+w', copy]);
    rmSync(join(copy, 'go.work'), { force: true });
    cpSync(join(sources, 'overlay'), copy, { recursive: true });
    for (const file of ['go.mod', 'go.sum']) cpSync(join(sources, file), join(folder, file));
    execFileSync('go', ['mod', 'edit', `-replace=${module}=./module`], { cwd: folder });
    build(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
