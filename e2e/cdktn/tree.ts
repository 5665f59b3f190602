import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that two trees do not share, or that differ in more than the version of cdktf. */
export function differences(committed: string, made: string): string[] {
  const before = readTree(committed);
  const after = readTree(made);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((path) => before.get(path) !== after.get(path));
}

function readTree(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(files.map((path) => [path, withoutVersion(path, readFileSync(join(folder, path), 'utf8'))]));
}

/** Terraform JSON names the version that made it, and the index has digests of that JSON. */
function withoutVersion(path: string, text: string): string {
  if (path.endsWith('cdk.tf.json')) return text.replace(/("stackName": "[^"]+",\s+"version": ")[^"]+"/, '$1"');
  return path.startsWith('.plinth') ? text.replaceAll(/^\w+(?= .*\/cdk\.tf\.json$)/gm, '') : text;
}
