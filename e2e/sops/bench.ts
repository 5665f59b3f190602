import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { openFile, readEncrypted, type OpenFile } from '../../lib/secrets/sops/decrypt';
import { encryptYaml } from '../../lib/secrets/sops/encrypt';
import type { EncryptionRule } from '../../lib/secrets/sops/rule';
import { unlock } from '../../lib/secrets/sops/unlock';
import type { Tally } from '../tally';
import { buildSops, runSops, type SopsRun } from './sops-cli';

/** What the checks share. */
export interface Bench {
  readonly folder: string;
  readonly identity: string;
  readonly recipient: string;
  readonly tally: Tally;
  /** Calls sops in the folder with the private key, and more variables. */
  readonly sops: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<SopsRun>;
  readonly open: (text: string) => Promise<OpenFile>;
  readonly encrypt: (text: string, rule: EncryptionRule) => Promise<string>;
}

/** A folder with a key of its own. */
export async function makeBench(folder: string, tally: Tally): Promise<Bench> {
  const binary = buildSops();
  const identity = await generateIdentity();
  const recipient = await recipientOf(identity);
  mkdirSync(join(folder, 'files'));
  return {
    folder,
    identity,
    recipient,
    tally,
    sops: (args, env = {}) => runSops(binary, args, { SOPS_AGE_KEY: identity, ...env }, folder),
    open: async (text) => {
      const file = readEncrypted(text);
      return openFile(file, await unlock(file.metadata, [identity]));
    },
    encrypt: (text, rule) =>
      encryptYaml(text, {
        rule,
        readers: { groups: [[recipient]] },
        random: (size) => randomBytes(size),
        now: new Date(),
      }),
  };
}
