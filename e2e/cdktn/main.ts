import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runSections } from '../suite';
import { Tally } from '../tally';
import { readmeAlias, type Alias } from './alias';
import { copyProject, install, switchProject, writeUserProject } from './copy';
import { notLocked, notTheFork } from './loaded';
import { differences } from './tree';

// tsx e2e/cdktn/main.ts: the project with `cdktf` aliased to cdktn. Only the npm registry is asked for anything.

const repository = resolve(__dirname, '../..');

/** Runs a command of the copy, and shows what it says where it fails. */
function succeeds(tally: Tally, folder: string, command: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  tally.check([command, ...args].join(' '), status === 0, () => `${stdout}${stderr}`.slice(-4000));
}

function runUnitTests(tally: Tally, folder: string): void {
  const report = join(folder, 'unit.json');
  // this suite asks what holds, not how fast; CI's own run of the same tests keeps the limits
  const patience = '--testTimeout=300000';
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  succeeds(tally, folder, 'npx', 'vitest', 'run', patience, ...reporters);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
  };
  for (const { fullName, status, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
    if (status === 'passed' || status === 'failed') {
      tally.check(fullName, status === 'passed', () => failureMessages.join('\n').slice(0, 1000));
    }
  }
}

async function check(tally: Tally, folder: string, alias: Alias): Promise<void> {
  const copy = join(folder, 'copy');
  await runSections(tally, {
    'cdktf is cdktn': () => {
      const problems = notTheFork(copy, alias);
      tally.check('every copy that counts is the fork', problems.length === 0, () => problems.join('; '));
      // the same question about the project itself, which has no alias
      tally.check('the question tells the two apart', notTheFork(repository, alias).length >= 3, () => 'it does not');
      return Promise.resolve();
    },
    'build and types': () => {
      succeeds(tally, copy, 'npm', 'run', '--silent', 'build');
      succeeds(tally, copy, 'npm', 'run', '--silent', 'typecheck');
      return Promise.resolve();
    },
    'the tree': () => {
      const made = join(folder, 'tree');
      succeeds(tally, copy, 'npm', 'run', '--silent', 'synth', '--', '--out', made);
      const changed = differences(join(repository, 'gitops'), made);
      tally.check('is the committed one but for the version', changed.length === 0, () => changed.join(', '));
      // tests compare with the tree beside them: from here on that of the fork
      succeeds(tally, copy, 'npm', 'run', '--silent', 'synth');
      return Promise.resolve();
    },
    'a project of a user': () => {
      const user = join(folder, 'user');
      writeUserProject(copy, user, alias);
      const { ok, output } = install(user, '--package-lock-only', '--ignore-scripts');
      tally.check('takes the package and the alias together', ok, () => output.slice(-2000));
      const problems = notLocked(join(user, 'package-lock.json'));
      tally.check('has the fork, once', problems.length === 0, () => problems.join('; '));
      return Promise.resolve();
    },
    'the unit tests': () => {
      runUnitTests(tally, copy);
      return Promise.resolve();
    },
  });
}

async function main(): Promise<number> {
  const alias = readmeAlias(repository);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-cdktn-')));
  try {
    copyProject(repository, join(folder, 'copy'));
    switchProject(join(folder, 'copy'), alias);
    const installed = install(join(folder, 'copy'));
    if (installed.offline) {
      console.log(`skipped: the npm registry cannot be reached, from which ${alias.cdktf} would come`);
      return 0;
    }
    const tally = new Tally();
    tally.check('npm install', installed.ok, () => installed.output.slice(-4000));
    if (installed.ok) await check(tally, folder, alias);
    const { passed, failed } = tally.counts();
    console.log(`${String(passed)} passed, ${String(failed)} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().then((code) => {
  process.exitCode = code;
});
