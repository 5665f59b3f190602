import fc from 'fast-check';
import { isSame } from '../../lib/secrets/sops/tree';
import { SopsError } from '../../lib/secrets/sops/error';
import type { RandomCase } from '../../test/secrets/sops-random-yaml';
import type { Bench } from './bench';

/** Bytes to change, in all. */
const FLIPS = 200;

/** One character of a cipher text, tag, nonce, MAC or readable value is replaced: the file must be refused. */
export async function checkFlips(bench: Bench, cases: readonly RandomCase[], seed: number): Promise<void> {
  const { tally } = bench;
  const started = tally.counts();
  let unchanged = 0;
  const files: string[] = [];
  // a MAC over encrypted values only says nothing about the others
  for (const { text, rule } of cases) files.push(await bench.encrypt(text, { ...rule, macOnlyEncrypted: false }));
  const choices = fc.sample(fc.record({ file: fc.nat(files.length - 1), place: fc.nat(), char: fc.nat() }), {
    seed,
    numRuns: FLIPS,
  });
  for (const { file, place, char } of choices) {
    const text = files[file] ?? '';
    const places = spotsOf(text);
    const at = places[place % places.length] ?? 0;
    const changed = text.slice(0, at) + otherThan(text.charAt(at), char) + text.slice(at + 1);
    const result = await refusal(bench, text, changed);
    if (result === SAME) unchanged += 1;
    else
      tally.check(
        `seed ${String(seed)}, file ${String(file)}, byte ${String(at)}`,
        result === '',
        () => `${result}\n${changed}`,
      );
  }
  tally.section(`${String(FLIPS)} changed bytes`, started);
  console.log(`  bytes that change no value: ${String(unchanged)}`);
}

/** `TRUE` for `True`: the file says what it said. */
const SAME = 'the same';

/** Empty where the changed file is refused by name. */
async function refusal(bench: Bench, text: string, changed: string): Promise<string> {
  const before = await bench.open(text);
  try {
    const after = await bench.open(changed);
    const same = isSame({ kind: 'list', items: before.plain }, { kind: 'list', items: after.plain });
    return same ? SAME : 'accepted';
  } catch (error) {
    return error instanceof SopsError ? '' : `not a SopsError: ${String(error)}`;
  }
}

/** Every byte of a value: what stands behind a key or a dash, but for comments and the metadata except its MAC. */
function spotsOf(text: string): readonly number[] {
  const spots: number[] = [];
  let offset = 0;
  let isMetadata = false;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) isMetadata = line === 'sops:';
    const value = isMetadata ? /^ {4}(?:mac|lastmodified): (?<value>.*)$/d.exec(line) : VALUE.exec(line);
    const [start, end] = value?.indices?.groups?.value ?? [0, 0];
    for (let i = start; i < end; i++) spots.push(offset + i);
    offset += line.length + 1;
  }
  return spots;
}

const VALUE = /^ *(?:- )*(?:(?:[a-zA-Z_]+|"[^"]*"|'[^']*'):)? ?(?<value>ENC\[[^\]]*\]|[a-z0-9.]+)(?: #.*)?$/d;

function otherThan(char: string, choice: number): string {
  const others = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').filter(
    (other) => other !== char,
  );
  return others[choice % others.length] ?? 'A';
}
