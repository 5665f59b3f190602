import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeTheirs, findTalosctl, writeOurs } from './folders';
import { opensslProofs } from './openssl';
import { buildTool, hasGo } from '../tools/build';

// Bundles and credentials of both sides, proved by the other.

type Proofs = ReadonlyMap<string, string | undefined>;

function main(): number {
  if (!hasGo()) {
    console.log('skipped: no Go toolchain on PATH; install Go to prove the secrets bundle against Talos');
    return 0;
  }
  const tool = buildTool('pki');
  const root = mkdtempSync(join(tmpdir(), 'plinth-pki-'));
  try {
    writeOurs(root);
    execFileSync(tool, ['generate', root], { stdio: 'inherit' });
    const local = new Map([...completeTheirs(root), ...opensslProofs(root), ...talosctlProofs(root)]);
    for (const [name, failure] of local)
      console.log(failure === undefined ? `ok   ${name}` : `FAIL ${name}: ${failure}`);
    const { stdout, stderr } = spawnSync(tool, ['check', root], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const lines = stdout.trimEnd().split('\n');
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.pop() ?? '') ?? [];
    if (passed === undefined) throw new Error(`the tool gave no result, got ${stderr.trim()}; run it by hand`);
    console.log(lines.join('\n'));
    return conclude(local, Number(passed), Number(failed));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function conclude(local: Proofs, toolPassed: number, toolFailed: number): number {
  const failed = [...local.values()].filter((failure) => failure !== undefined).length;
  console.log(`${String(local.size - failed + toolPassed)} passed, ${String(failed + toolFailed)} failed`);
  return failed + toolFailed === 0 ? 0 : 1;
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

process.exitCode = main();
