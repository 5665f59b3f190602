import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { treePaths, type Cluster } from '../../lib/cluster';
import { formatBundle, generateBundle, type SecretsBundle } from '../../lib/secrets';
import { nodeConfigText, talhelperFiles, talosFiles } from '../../lib/talos';
import { parseDocuments } from '../../lib/yaml';
import { firstDifference } from '../talos/first-difference';
import { Oracle } from '../talos/oracle';
import { numberFrom, runSuite, seedOf } from '../suite';
import type { Tally } from '../tally';
import { clusters } from './fixtures';
import { Talhelper } from './talhelper';

// Our talconfig.yaml and its patches against the real talhelper.
// usage: tsx e2e/talhelper/main.ts; SEED=n repeats a run, CLUSTERS=n changes its length

async function main(tally: Tally): Promise<void> {
  const seed = seedOf();
  // a key of another kind than Talos's default: RSA takes seconds, and no one reads it here
  const bundle = generateBundle(
    { talos: 'v1.12', serviceAccountKey: 'ecdsa-p256' },
    { entropy: randomBytes, now: new Date() },
  );
  const oracle = new Oracle();
  for (const cluster of clusters(seed, numberFrom('CLUSTERS', 60))) await check(oracle, tally, cluster, bundle);
  oracle.end();
}

/** Everything that talhelper does with a cluster: it accepts the file, and makes what we make. */
async function check(oracle: Oracle, tally: Tally, cluster: Cluster, bundle: SecretsBundle): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-talhelper-'));
  try {
    const talhelper = new Talhelper(folder);
    talhelper.write([...talosFiles(cluster), ...talhelperFiles(cluster)], treePaths(cluster).talos);
    writeFileSync(join(folder, 'secrets.yaml'), formatBundle(bundle), { mode: 0o600 });
    const name = `${cluster.id} ${cluster.versions.talos} ${cluster.oidc?.clientId ?? ''}`;
    const validated = talhelper.run('validate', 'talconfig', 'talconfig.yaml');
    tally.check(`validate: ${name}`, !validated.failed && isAccepted(validated.said, cluster), () => validated.said);
    const generated = talhelper.run(...'genconfig --offline-mode --no-gitignore --secret-file secrets.yaml'.split(' '));
    tally.check(`genconfig: ${name}`, !generated.failed, () => generated.said);
    if (generated.failed) return;
    for (const machine of cluster.pools.flatMap((pool) => pool.machines)) {
      const theirs = readFileSync(join(folder, 'clusterconfig', `${cluster.name}-${machine.name}.yaml`), 'utf8');
      await compare(oracle, tally, `${name} ${machine.name}`, nodeConfigText(cluster, machine, bundle), theirs);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing is wrong but the version of Talos, which may be newer than talhelper. */
function isAccepted(said: string, { versions }: Cluster): boolean {
  const issues = said.split('\n').filter((line) => line.startsWith('field: ') || line.startsWith('  * '));
  const unknown = [
    'field: "talosVersion"',
    `  * WARNING: "${versions.talos}" might not be compatible with this Talhelper version you're using`,
  ];
  return said.includes('looking great') || isDeepStrictEqual(issues, unknown);
}

/**
 * Both as Talos itself writes them: it drops an empty map, and spells out a permission of zero. Documents by kind and name,
 * since their order has no meaning.
 */
async function compare(oracle: Oracle, tally: Tally, name: string, ours: string, theirs: string): Promise<void> {
  const [a, b] = await Promise.all([ours, theirs].map((config) => oracle.ask({ operation: 'normalize', config })));
  const [one, other] = [a, b].map((answer) => byName(parseDocuments(answer?.config ?? '')));
  const held = a?.error === undefined && b?.error === undefined && isDeepStrictEqual(one, other);
  tally.check(`machine: ${name}`, held, () => a?.error ?? b?.error ?? firstDifference(one, other));
}

function byName(documents: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (documents as readonly Readonly<Record<string, unknown>>[]).map((document) => [
      [document.kind, document.name].map((part) => (typeof part === 'string' ? part : '')).join('/'),
      document,
    ]),
  );
}

runSuite('the configuration of talhelper', main);
