import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { nearest, type Cluster } from '../../lib/cluster';
import { encryptYaml, formatSecretValues, ONLY_KEY, type SecretValues } from '../../lib/secrets';
import { encryptionRules, type MadeSource } from '../../lib/synth';
import { loadProject, selectClusters, UsageError } from '../project';
import { theWorld } from '../rendered';
import { printReport } from '../synth';
import { write } from './bundle';
import { sourcesOf } from './sources';

/** `plinth secrets set`: the value of a secret that a definition refers to. */
export function set(group: Command): void {
  group
    .command('set')
    .description('take the value of a secret from standard input, encrypt it, and write what is made from it')
    .argument('<cluster>', 'cluster, by name or group/name')
    .argument('<secret>', 'name that the definition refers to it by')
    .argument('[key...]', 'keys of a secret that has several values, a line of standard input for each')
    .action(async (name: string, secret: string, keys: string[]) => {
      const project = loadProject();
      const [cluster] = selectClusters(project, [name]);
      if (cluster === undefined) return;
      const { path, rules } = findSource(cluster, secret);
      const plain = formatSecretValues(readValues(keys));
      const text = await encryptYaml(plain, { ...encryptionRules(rules)(path), ...theWorld(false) });
      const made = new Map<string, MadeSource>([[path, { text, plain }]]);
      const report = await write(project, cluster, { world: { made } });
      printReport(report, project.tree);
    });
}

function findSource(cluster: Cluster, secret: string) {
  const { sources, rules } = sourcesOf(cluster);
  const path = sources.get(secret);
  if (path !== undefined) return { path, rules };
  const known = [...sources.keys()];
  const hint = known.length === 0 ? 'its definition refers to none' : `did you mean ${nearest(secret, known)}?`;
  throw new UsageError(`no such secret of ${cluster.id}, got ${secret}; ${hint}`);
}

/** One value as it comes, without its last line break; several a line each. */
function readValues(keys: readonly string[]): SecretValues {
  const text = readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  if (keys.length === 0) {
    if (text !== '') return { [ONLY_KEY]: text };
    throw new UsageError('no value on standard input, got nothing; pipe it in, so that no argument shows it');
  }
  const lines = text.split(/\r?\n/);
  if (lines.length === keys.length && !lines.includes('')) {
    return Object.fromEntries(keys.map((key, i) => [key, lines[i] ?? '']));
  }
  throw new UsageError(
    `not a line of standard input for each key, got ${String(lines.length)} lines for ${keys.join(', ')}; give them in this order`,
  );
}
