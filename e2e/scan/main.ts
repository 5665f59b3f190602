import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildTool } from '../tools/build';
import { runSuite } from '../suite';
import type { Tally } from '../tally';
import { planted } from './planted';

// gitleaks over everything that a test run touches. What it must find is planted first: a scanner that finds nothing proves
// nothing.

const repository = resolve(__dirname, '../..');

async function main(tally: Tally): Promise<void> {
  const gitleaks = buildTool('gitleaks', 'github.com/zricethezav/gitleaks/v8');
  const work = mkdtempSync(join(tmpdir(), 'plinth-scan-'));
  try {
    for (const [name, text] of await planted()) {
      const file = join(work, name);
      writeFileSync(file, text, { mode: 0o600 });
      tally.check(`finds ${name}`, scan(gitleaks, file).length > 0, () => 'not found');
      rmSync(file);
    }
    const given = process.argv.slice(2);
    for (const target of [repository, ...(given.length > 0 ? given : testRun(work))]) {
      const found = scan(gitleaks, target);
      tally.check(`finds nothing in ${target === repository ? 'the repository' : target}`, found.length === 0, () =>
        found.join('\n'),
      );
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Where each secret stands; never the secret. */
function scan(gitleaks: string, target: string): readonly string[] {
  const config = join(repository, 'e2e/scan/gitleaks.toml');
  const argv = ['dir', target, '--config', config, '--no-banner', '--no-color', '--redact', '--max-decode-depth', '3'];
  const report = ['--report-format', 'json', '--report-path', '-', '--exit-code', '0', '--log-level', 'error'];
  const { status, stdout, stderr } = spawnSync(gitleaks, [...argv, ...report], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`gitleaks failed, got ${stderr}; run it by hand`);
  const findings = JSON.parse(stdout) as { File: string; StartLine: number; RuleID: string }[];
  return findings.map(({ File, StartLine, RuleID }) => `${File}:${String(StartLine)}: ${RuleID}`);
}

/** Runs the tests that handle secrets; gives what they printed, and the folder of their temporary files. */
function testRun(work: string): readonly string[] {
  const [log, temporary] = [join(work, 'tests.log'), join(work, 'tmp')];
  mkdirSync(temporary);
  const argv = ['vitest', 'run', 'test/cli/secrets.test.ts', 'test/secrets'];
  const env = { ...process.env, TMPDIR: temporary };
  const { status, stdout, stderr } = spawnSync('npx', argv, {
    cwd: repository,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  writeFileSync(log, stdout + stderr);
  if (status !== 0) throw new Error('the tests fail, got exit code other than 0; run npm test');
  return [log, temporary];
}

runSuite('scan for secrets', main);
