import { describe, expect, it } from 'vitest';
import type { OpenedSources } from '../../lib/artifact';
import { formatBundle, generateBundle, parseBundle, readTalosconfig } from '../../lib/secrets';
import { nodeConfigText, talosSecretFiles, secretPaths } from '../../lib/talos';
import { fixedCluster, managedCluster } from '../support/clusters-capi';
import { issuance, seeded } from '../secrets/pki/seeded';

const bundle = (seed: string) =>
  formatBundle(generateBundle({ talos: '1.12', serviceAccountKey: 'ecdsa-p256' }, issuance(seed)));

const opened = (text: string, more: Partial<OpenedSources> = {}): OpenedSources => ({
  textOf: () => text,
  random: seeded('talosconfig'),
  now: new Date('2026-03-01T12:00:00Z'),
  ...more,
});

describe('the encrypted files of a cluster', () => {
  const cluster = fixedCluster();
  const machines = cluster.pools.flatMap((pool) => pool.machines);

  it('are the configuration of each machine and a talosconfig, all made from the bundle', () => {
    const paths = secretPaths(cluster);
    expect(talosSecretFiles(cluster).map(({ path }) => path)).toEqual([
      ...machines.map((machine) => paths.machine(machine)),
      paths.talosconfig,
    ]);
    for (const { sources, owner } of talosSecretFiles(cluster)) {
      expect(sources).toEqual([{ path: paths.bundle, madeBy: `plinth secrets init ${cluster.id}` }]);
      expect(owner).toBe(cluster.id);
    }
  });

  it('are none where Cluster API makes the machines and their secrets', () => {
    expect(talosSecretFiles(managedCluster())).toEqual([]);
  });

  it('hold what the bundle and the definition give', () => {
    const text = bundle('one');
    for (const [i, machine] of machines.entries()) {
      expect(talosSecretFiles(cluster)[i]?.plainText(opened(text))).toBe(
        nodeConfigText(cluster, machine, parseBundle(text)),
      );
    }
  });

  it('say what they are made from without a word of a secret', () => {
    const { certs, trustdInfo, secrets } = parseBundle(bundle('one'));
    const values = [certs.os.key, certs.k8s.key, trustdInfo.token, secrets.encryption.secret];
    for (const { publicInput } of talosSecretFiles(cluster)) {
      for (const value of values) expect(publicInput).not.toContain(value);
    }
    const inputs = talosSecretFiles(cluster).map(({ publicInput }) => publicInput);
    expect(new Set(inputs).size).toBe(inputs.length);
  });
});

describe('the talosconfig of a cluster', () => {
  const cluster = fixedCluster();
  const file = talosSecretFiles(cluster).at(-1)!;

  it('keeps its certificate and follows the endpoints', () => {
    const text = bundle('one');
    const first = file.plainText(opened(text));
    expect(file.plainText(opened(text, { previous: first, random: seeded('other') }))).toBe(first);
    const elsewhere = first.replace('192.0.2.11', '192.0.2.99');
    expect(elsewhere).not.toBe(first);
    expect(file.plainText(opened(text, { previous: elsewhere }))).toBe(first);
  });

  it('gets another certificate with another bundle', () => {
    const first = file.plainText(opened(bundle('one')));
    const second = file.plainText(opened(bundle('two'), { previous: first }));
    const [before, after] = [first, second].map((one) => readTalosconfig(one).contexts[0]?.authorities);
    expect(after).not.toEqual(before);
  });
});
