import type { Command } from 'commander';
import { generateIdentity, recipientOf } from '../../lib/secrets';
import { loadProject } from '../project';
import { writePrivate } from './private-file';

/** `plinth secrets keygen`: a private age key for somebody who has none. */
export function keygen(group: Command): void {
  group
    .command('keygen')
    .description('make an age key: the private half into a file, the public half to the terminal')
    .argument('<file>', 'new file outside of the project, readable by you alone')
    .action(async (file: string) => {
      const project = loadProject();
      const identity = await generateIdentity();
      const recipient = await recipientOf(identity);
      writePrivate(project, file, `# public key: ${recipient}\n${identity}\n`);
      process.stdout.write(`${recipient}\nname it in recipients of a definition, and set SOPS_AGE_KEY_FILE=${file}\n`);
    });
}
