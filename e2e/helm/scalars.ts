import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifests } from '../../lib/yaml';
import type { Tally } from '../tally';
import { helmFolder } from './machine';

/** Short texts over the characters of which numbers, booleans and times are made, and some that people write. */
function texts(): readonly string[] {
  const written = [
    '0644',
    '0o17',
    '12:30',
    '2024-01-01',
    '2024-01-01T00:00:00Z',
    '1_000',
    '1e1000',
    '9007199254740991',
    'tRue',
  ];
  const words = ['y', 'yes', 'on', 'n', 'no', 'off', 'true', 'false', 'null', '~'].flatMap((word) => [
    word,
    word.toUpperCase(),
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  ]);
  let numbers = [''];
  const all: string[] = [];
  for (let length = 1; length <= 4; length++) {
    numbers = numbers.flatMap((start) =>
      ['0', '1', '8', 'x', 'o', 'b', 'e', '_', '.', '-', '+'].map((char) => start + char),
    );
    all.push(...(length < 4 ? numbers : numbers.filter((_, i) => i % 7 === 0)));
  }
  // indicators of YAML and half numbers that no parser takes for a scalar are not about scalars
  return [...new Set([...written, ...words, ...all])].filter((text) => !/^-+$|^\.+$|^-{3}/.test(text));
}

/** Each as a value and as a key of a map, read by us and by the helm that makes JSON of it. */
export function scalars(folder: string, tally: Tally): Promise<void> {
  const lines = texts().flatMap((text) =>
    // Go writes floats as keys in a way of its own, which no manifest has; null is no key
    /[.eE~]|null/i.test(text) ? [`[${text}]`] : [`[${text}]`, `{? ${text} : 1}`],
  );
  const chart = join(folder, 'scalars');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: scalars\nversion: 1.0.0\n');
  writeFileSync(join(chart, 'lines.txt'), lines.join('\n'));
  writeFileSync(
    join(chart, 'templates/all.yaml'),
    '{{ range $line := splitList "\\n" (.Files.Get "lines.txt") }}\n#{{ fromYamlArray (printf "[%s]" $line) | toRawJson }}\n{{ end }}',
  );
  const { stdout } = spawnSync(join(helmFolder(folder), 'helm'), ['template', 'x', chart], { encoding: 'utf8' });
  const read = stdout.split('\n').flatMap((line) => (line.startsWith('#[') ? [line.slice(1)] : []));
  tally.check(
    'every line is answered',
    read.length === lines.length,
    () => `${String(read.length)} of ${String(lines.length)}`,
  );
  lines.forEach((line, i) => {
    const ours = JSON.stringify(parseManifests(`[${line}]`)[0]);
    // JSON of JavaScript has no -0
    tally.check(
      line,
      ours === JSON.stringify(JSON.parse(read[i] ?? 'null')),
      () => `helm reads ${String(read[i])}, we ${ours}`,
    );
  });
  return Promise.resolve();
}
