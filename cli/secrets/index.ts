import type { Command } from 'commander';
import { check } from './check';
import { credentials } from './credentials';
import { importBundle } from './import';
import { init } from './init';
import { keygen } from './keygen';
import { rotate } from './rotate';
import { set } from './set';

/** `plinth secrets …`: the secrets bundles of clusters, and what is made from them. */
export function secrets(program: Command, done: (code: number) => void): void {
  const group = program.command('secrets').description('secrets bundles of clusters, and what is made from them');
  for (const verb of [init, importBundle, set, check, rotate, credentials, keygen]) verb(group, done);
}
