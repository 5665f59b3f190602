import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { findPackageRoot } from './package-root';
import { closure } from './closure';
import { diff } from './diff';
import { fetch } from './fetch';
import { graph } from './graph';
import { list } from './list';
import { secrets } from './secrets';
import { pivot } from './pivot';
import { showError } from './show-error';
import { synth } from './synth';
import { upgrade } from './upgrade';
import { validate } from './validate';

/** Runs one command line; gives the exit code: 0 done, 1 error, and for `diff` 2 when there are changes. */
export async function run(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('plinth')
    .description('one typed definition of a cluster becomes the whole GitOps tree')
    .version(version())
    .option('--debug', 'show the stack trace of an error')
    .showHelpAfterError('(plinth --help lists the commands)')
    .exitOverride();
  for (const verb of [synth, fetch, diff, list, validate, closure, graph, upgrade, pivot, secrets]) {
    verb(program, (result) => {
      code = result;
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // commander has said what is wrong with the command line, or shown the help that was asked for
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    showError(error, argv.includes('--debug'));
    return 1;
  }
}

function version(): string {
  return (JSON.parse(readFileSync(`${findPackageRoot()}/package.json`, 'utf8')) as { version: string }).version;
}
