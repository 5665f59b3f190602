import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTalosctl } from '../talosctl/talosctl';
import { Cidr, Duration, type Cluster } from '../../lib/cluster';
import type { SecretsBundle } from '../../lib/secrets/bundle/bundle';
import { formatBundle } from '../../lib/secrets/bundle/format';
import { generateBundle } from '../../lib/secrets/bundle/generate';
import { parseBundle } from '../../lib/secrets/bundle/parse';
import { newKubeconfig } from '../../lib/secrets/credentials/kubeconfig';
import { newTalosconfig } from '../../lib/secrets/credentials/talosconfig';
import { rotateTalosconfig } from '../../lib/secrets/credentials/rotate-talosconfig';

// One folder per bundle, as the Go program expects them: contract, bundle.yaml, talosconfig and kubeconfig.

export const CONTRACTS = ['1.10', '1.11', '1.12', '1.13', '1.14'];

/** Folders whose bundle Talos made. */
export const THEIRS = 'theirs-';

/** The names that the Go program expects to find in a kubeconfig. */
const network: Cluster['network'] = {
  pods: Cidr.parse('10.244.0.0/16'),
  services: Cidr.parse('10.96.0.0/12'),
  nodes: Cidr.parse('192.0.2.0/24'),
  endpoint: { host: 'kubernetes.example.com', port: 6443 },
  nameservers: [],
  dnsDomain: 'cluster.local',
};

/** A bundle of ours for each contract. */
export function writeOurs(root: string): void {
  for (const contract of CONTRACTS) {
    const bundle = generateBundle({ talos: contract }, issuance());
    const folder = join(root, `ours-${contract}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'contract'), contract);
    writeFileSync(join(folder, 'bundle.yaml'), formatBundle(bundle));
    writeCredentials(folder, contract, bundle);
  }
}

/** Our credentials from the bundles that Talos made, and what of those bundles we do not read and write back equally. */
export function completeTheirs(root: string): ReadonlyMap<string, string | undefined> {
  const results = new Map<string, string | undefined>();
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(THEIRS))) {
    const read = (file: string) => readFileSync(join(root, name, file), 'utf8');
    const bundle = parseBundle(read('bundle.yaml'));
    writeCredentials(join(root, name), read('contract'), bundle);
    const same = formatBundle(bundle) === read('bundle.yaml');
    results.set(`${name}: written back byte for byte`, same ? undefined : 'other bytes');
    const fromJson = formatBundle(parseBundle(read('bundle.json'))) === read('bundle.yaml');
    results.set(`${name}: the JSON form is the same bundle`, fromJson ? undefined : 'another bundle');
  }
  return results;
}

/** A talosconfig that has been rotated from another role, and a kubeconfig. */
function writeCredentials(folder: string, contract: string, bundle: SecretsBundle): void {
  const cluster = { name: 'demo', versions: { talos: `v${contract}.0`, kubernetes: 'v1.33.0' }, network };
  const first = newTalosconfig(
    cluster,
    bundle,
    { endpoints: ['192.0.2.11', 'fd00::11'], roles: ['os:reader'] },
    issuance(),
  );
  const roles = contract === '1.14' ? ['os:admin', 'os:image:verifier'] : ['os:admin'];
  const lifetime = Duration.hours(8760);
  const rotated = rotateTalosconfig(first, bundle.certs.os, { talos: contract, roles, lifetime }, issuance());
  writeFileSync(join(folder, 'talosconfig'), rotated);
  writeFileSync(join(folder, 'kubeconfig'), newKubeconfig(cluster, bundle, {}, issuance()));
}

function issuance() {
  return { entropy: randomBytes, now: new Date() };
}

/** talosctl: the one that the environment names, or our own build. */
export function findTalosctl(): string {
  const { TALOSCTL } = process.env;
  return TALOSCTL !== undefined && existsSync(TALOSCTL) ? TALOSCTL : buildTalosctl();
}
