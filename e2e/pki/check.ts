import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuite } from '../suite';
import type { Tally } from '../tally';
import { buildTool } from '../tools/build';
import { completeTheirs, findTalosctl, writeOurs } from './folders';
import { opensslProofs } from './openssl';

// Bundles and credentials of both sides, proved by the other.

type Proofs = ReadonlyMap<string, string | undefined>;

function main(tally: Tally): Promise<void> {
  const tool = buildTool('pki');
  const root = mkdtempSync(join(tmpdir(), 'plinth-pki-'));
  try {
    writeOurs(root);
    execFileSync(tool, ['generate', root], { stdio: 'inherit' });
    const local = new Map([...completeTheirs(root), ...opensslProofs(root), ...talosctlProofs(root)]);
    for (const [name, failure] of local) {
      if (failure === undefined) console.log(`ok   ${name}`);
      tally.check(name, failure === undefined, () => failure ?? '');
    }
    const { stdout, stderr } = spawnSync(tool, ['check', root], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const lines = stdout.trimEnd().split('\n');
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.pop() ?? '') ?? [];
    if (passed === undefined) throw new Error(`the tool gave no result, got ${stderr.trim()}; run it by hand`);
    console.log(lines.join('\n'));
    tally.add({ passed: Number(passed), failed: Number(failed) });
    return Promise.resolve();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function talosctlProofs(root: string): Proofs {
  const talosctl = findTalosctl();
  return new Map(
    readdirSync(root).map((name) => [
      `${name}: talosctl config info accepts it`,
      configInfo(talosctl, join(root, name, 'talosconfig')),
    ]),
  );
}

function configInfo(talosctl: string, file: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(talosctl, ['--talosconfig', file, 'config', 'info'], {
    encoding: 'utf8',
  });
  if (status !== 0) return stderr.trim().replaceAll('\n', ' ');
  return /Roles:\s+os:admin/.test(stdout) ? undefined : 'no roles shown';
}

runSuite('the secrets bundle against Talos', main);
