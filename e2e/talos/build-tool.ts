import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCES = resolve(__dirname, '../tools/talos');
const CACHE = resolve(__dirname, '../.cache');

/** Whether the machine has a Go toolchain. */
export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** Builds the tool over Talos's own machinery, once for each state of its sources, and returns the binary's path. */
export function buildTool(): string {
  const binary = join(CACHE, `talos-patches-${sourceHash()}`);
  if (!existsSync(binary)) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: SOURCES, stdio: 'inherit' });
  }
  return binary;
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(SOURCES).sort()) hash.update(file).update(readFileSync(join(SOURCES, file)));
  return hash.digest('hex').slice(0, 12);
}
