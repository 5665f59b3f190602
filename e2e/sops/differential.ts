import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readYaml } from '../../lib/secrets/sops/read-yaml';
import { SELECTOR_FIELDS, type EncryptionRule } from '../../lib/secrets/sops/rule';
import { type Mapping } from '../../lib/secrets/sops/tree';
import { listCommentCase, randomCase, type RandomCase } from '../../test/secrets/sops-random-yaml';
import { firstDifference, withoutComments } from '../../test/secrets/sops-values';
import { runSuite } from '../suite';
import type { Tally } from '../tally';
import { makeBench, type Bench } from './bench';
import { checkEdits } from './edits';
import { checkDelivery } from './delivery';
import { checkFlips } from './flips';
import { buildSops, inPairs } from './sops-cli';
import { checkTree } from './tree';

// Files of ours as sops reads them, and the reverse. Keys are made for the run and live in a folder that is removed after it.
// usage: tsx e2e/sops/differential.ts [documents] [seed]

async function main(tally: Tally): Promise<void> {
  const runs = Number(process.argv[2] ?? '520');
  const seed = Number(process.argv[3] ?? '20261121');
  const folder = mkdtempSync(join(tmpdir(), 'plinth-sops-'));
  try {
    const bench = await makeBench(folder, tally);
    const cases = fc.sample(randomCase, { seed, numRuns: runs });
    await checkDocuments(bench, cases, seed);
    console.log('with comments inside of lists, whose files sops often cannot read itself:');
    await checkDocuments(bench, fc.sample(listCommentCase, { seed, numRuns: Math.ceil(runs / 10) }), seed);
    await checkEdits(bench, cases.slice(0, 60));
    await checkFlips(bench, cases.slice(0, 40), seed);
    await checkTree(buildSops(), tally);
    await checkDelivery(buildSops(), tally);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each text is encrypted by both and read by both. */
async function checkDocuments(bench: Bench, cases: readonly RandomCase[], seed: number): Promise<void> {
  const { tally, folder } = bench;
  const started = tally.counts();
  let own = 0;
  let left = 0;
  await inPairs(cases, async ({ text, rule }, index) => {
    const name = `seed ${String(seed)}, case ${String(index)}, ${JSON.stringify(rule)}`;
    const wanted = readYaml(text).map(withoutComments);
    const file = (kind: string) => join(folder, 'files', `${String(index)}.${kind}.yaml`);
    const detail = (message: string) => () => `${message}\n${text}`;
    try {
      writeFileSync(file('ours'), await bench.encrypt(text, rule));
      const ours = await bench.sops(['decrypt', file('ours')]);
      const there = difference(readYaml(ours.stdout), wanted);
      tally.check(`${name}: sops reads ours`, ours.status === 0 && there === '', detail(`${there}\n${ours.stderr}`));
      left += Number(ours.stdout.includes('#ENC['));
      writeFileSync(file('plain'), text);
      writeFileSync(file('config'), configOf(rule, bench.recipient));
      const theirs = await bench.sops(['--config', file('config'), 'encrypt', file('plain')]);
      writeFileSync(file('theirs'), theirs.stdout);
      const again = await bench.sops(['decrypt', file('theirs')]);
      // go-yaml writes a few things that it cannot read; such a file proves nothing
      if (again.status !== 0) {
        own += 1;
        return;
      }
      const here = difference((await bench.open(readFileSync(file('theirs'), 'utf8'))).plain, wanted);
      tally.check(`${name}: we read theirs`, theirs.status === 0 && here === '', detail(`${here}\n${theirs.stderr}`));
    } catch (error) {
      tally.check(name, false, detail(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    }
  });
  tally.section(`${String(cases.length)} random files both ways`, started);
  console.log(`  comments that sops leaves closed: in ${String(left)} files of ours`);
  console.log(`  files of sops that sops itself cannot read: ${String(own)}`);
}

/** The rule as `.sops.yaml`, since `sops encrypt` has no flags for all of it; JSON is YAML. */
function configOf({ select = {}, macOnlyEncrypted = false }: EncryptionRule, age: string): string {
  const fields = Object.entries(SELECTOR_FIELDS).map(([name, field]): [string, unknown] => [name, select[field]]);
  const rule = new Map<string, unknown>([['age', age], ['mac_only_encrypted', macOnlyEncrypted], ...fields]);
  return JSON.stringify({ creation_rules: [Object.fromEntries(rule)] });
}

function difference(documents: readonly Mapping[], wanted: readonly Mapping[]): string {
  return firstDifference({ kind: 'list', items: documents.map(withoutComments) }, { kind: 'list', items: wanted });
}

runSuite('the SOPS files', main);
