import { BundleError, type BundleProblem } from './bundle-error';
import { isMapping, readSecretYaml, type Mapping } from './read-yaml';

/** The fields of a bundle file by their path, e.g. `certs.os.crt`, in upstream's order. */
export const FIELDS = [
  'cluster.id',
  'cluster.secret',
  'secrets.bootstraptoken',
  'secrets.aescbcencryptionsecret',
  'secrets.secretboxencryptionsecret',
  'trustdinfo.token',
  'certs.etcd.crt',
  'certs.etcd.key',
  'certs.k8s.crt',
  'certs.k8s.key',
  'certs.k8saggregator.crt',
  'certs.k8saggregator.key',
  'certs.k8sserviceaccount.key',
  'certs.os.crt',
  'certs.os.key',
] as const;
export type Field = (typeof FIELDS)[number];
export type Fields = ReadonlyMap<Field, string>;

/**
 * The texts of a bundle file. The JSON form that other tools write (`Cluster.Id`, `Certs.OS.Crt`) differs in the case of
 * its keys only. What cannot be taken over is added to the problems.
 *
 * @throws BundleError for a text that is no mapping at all, or that is encrypted
 */
export function readFields(text: string, problems: BundleProblem[]): Fields {
  const root = parse(text);
  if ('sops' in root) throw notBundle('the file is encrypted by SOPS', 'decrypt it first');
  const fields = new Map<Field, string>();
  for (const [path, value] of leaves(root, '')) {
    const field = FIELDS.find((known) => known === path);
    if (field === undefined) problems.push(unknownField(path));
    else if (typeof value !== 'string') problems.push({ path: field, what: 'not a text', fix: 'write one value' });
    else if (fields.has(field)) problems.push({ path: field, what: 'given twice', fix: 'keep one' });
    else if (!EMPTY.includes(value)) fields.set(field, value);
  }
  return fields;
}

/** How YAML and JSON write that a field has no value. */
const EMPTY: readonly string[] = ['', '~', 'null'];

function parse(text: string): Mapping {
  const reading = readSecretYaml(text);
  if (reading.mistake !== undefined) throw notBundle(reading.mistake, 'correct the text');
  if (isMapping(reading.value)) return reading.value;
  throw notBundle('not a mapping', 'give the file that talosctl gen secrets writes');
}

/** Everything that is no mapping, with its path in lower case. */
function leaves(tree: Mapping, prefix: string): readonly (readonly [path: string, value: unknown])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = `${prefix}${key.toLowerCase()}`;
    const isField = FIELDS.some((field) => field === path);
    return isMapping(value) && !isField ? leaves(value, `${path}.`) : [[path, value] as const];
  });
}

/** A key could itself be a misplaced secret, so only what reads like a name is shown. */
function unknownField(path: string): BundleProblem {
  const shown = /^[a-z0-9]{1,24}(\.[a-z0-9]{1,24}){0,3}$/.test(path) ? path : '(unnamed)';
  return { path: shown, what: 'no field of a secrets bundle', fix: 'remove it, or move it where it belongs' };
}

function notBundle(what: string, fix: string): BundleError {
  return new BundleError([{ path: '(file)', what, fix }]);
}
