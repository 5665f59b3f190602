import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../test/support/project';
import type { Tally } from '../tally';
import { helmFolder } from './machine';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Tests that a machine without helm skips: here they run. */
const suites = ['test/helm/rendering.test.ts', 'test/gitops/real-tools.test.ts'];

export function unitTests(folder: string, tally: Tally): Promise<void> {
  const report = join(folder, 'unit-tests.json');
  const env = { ...process.env, PATH: `${helmFolder(folder)}:${process.env.PATH ?? ''}` };
  const argv = ['vitest', 'run', ...suites, '--reporter=json', `--outputFile=${report}`];
  spawnSync('npx', argv, { cwd: repository, env, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName, status, failureMessages } of results) {
    // kubectl has no judge here
    if (fullName.startsWith('kubectl') && status === 'skipped') continue;
    tally.check(fullName, status === 'passed', () => `${status}: ${failureMessages.join('\n')}`);
  }
  tally.check('tests ran', results.length > 15, () => `only ${String(results.length)}`);
  return Promise.resolve();
}
