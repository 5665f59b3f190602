import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptYaml, parseBundle, plainText, readTalosconfig, type DiscoveredKeys } from '../../lib/secrets';
import { parseDocuments } from '../../lib/yaml';
import { recipient } from '../support/definition';
import { readTree, repository, testProject, type TestProject } from '../support/project';

const CONFIG = `export default { clusters: ['./cluster.ts'] };\n`;
const FOLDER = 'gitops/talos/test/edge';
const BUNDLE = `${FOLDER}/secrets.sops.yaml`;
const TALOSCONFIG = `${FOLDER}/talosconfig.sops.yaml`;
const machine = (name: string) => `${FOLDER}/machines/talos-edge-${name}.sops.yaml`;

/** A cluster for some readers; `change` is a line of code that changes its definition. */
const cluster = (readers: readonly string[], change = '') => `
import { defineCluster } from '${repository}/lib/cluster';
import { definition } from '${repository}/test/support/definition';
const d: any = definition();
d.recipients = ${JSON.stringify(Object.fromEntries(readers.map((reader, i) => [`r${String(i)}`, reader])))};
d.gitops.secrets.recipients = Object.keys(d.recipients);
${change}
export default defineCluster(d);
`;

const moved = `d.machines.pools.worker.machines[2].address = '192.0.2.29';`;

/** The key of a maintainer, made at run time. */
interface Key {
  readonly file: string;
  readonly recipient: string;
  readonly keys: DiscoveredKeys;
}

function makeKey(project: TestProject, file: string): Key {
  const { stdout } = project.plinth('secrets', 'keygen', file);
  const identities = [/AGE-SECRET-KEY-\S+/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''];
  return { file, recipient: stdout.split('\n')[0] ?? '', keys: { identities, looked: [] } };
}

describe('plinth secrets', () => {
  let outside: string;
  let project: TestProject;
  let ops: Key;
  let other: Key;
  /** Everything that any command said. */
  let said = '';

  const run = (key: Key | undefined, ...argv: string[]) => {
    const env: Record<string, string> = key === undefined ? {} : { SOPS_AGE_KEY_FILE: key.file };
    const outcome = project.plinthWith(env, ...argv);
    said += outcome.stdout + outcome.stderr;
    return outcome;
  };
  const tree = () => project.tree('gitops');
  const changed = (before: ReadonlyMap<string, string>) => {
    const now = tree();
    const paths = new Set([...before.keys(), ...now.keys()]);
    return [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
  };
  const open = async (path: string, key = ops) => plainText(await decryptYaml(project.read(path), key.keys));

  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'plinth-keys-'));
    // keygen reads the project for its root only, but a project must be sound
    project = testProject({ 'plinth.config.ts': CONFIG, 'cluster.ts': cluster([recipient]) });
    ops = makeKey(project, join(outside, 'ops.txt'));
    other = makeKey(project, join(outside, 'other.txt'));
    project.write('cluster.ts', cluster([ops.recipient]));
  });
  afterAll(() => {
    project.remove();
    rmSync(outside, { recursive: true });
  });

  it('leaves encrypted files out where a cluster has no secrets yet, and says how to make them', () => {
    const { code, stdout } = run(undefined, 'synth');
    expect(code).toBe(0);
    expect(stdout).toContain('plinth secrets init test/edge');
    expect([...tree().keys()].filter((path) => path.endsWith('.sops.yaml') && !path.endsWith('/.sops.yaml'))).toEqual(
      [],
    );
    expect(run(undefined, 'secrets', 'check')).toMatchObject({ code: 1 });
  });

  it('makes them without a private key, all files at once, and leaves them alone from then on', async () => {
    expect(run(undefined, 'secrets', 'init', 'edge')).toMatchObject({ code: 0, stderr: '' });
    const before = tree();
    expect(run(undefined, 'synth').stdout).toContain('no change');
    expect(run(ops, 'synth').stdout).toContain('no change');
    expect(run(undefined, 'diff', '--without-keys')).toMatchObject({ code: 0 });
    expect(run(undefined, 'secrets', 'check')).toMatchObject({ code: 0 });
    expect(changed(before)).toEqual([]);
    const elsewhere = join(outside, 'tree');
    expect(run(undefined, 'synth', '--out', elsewhere)).toMatchObject({ code: 0 });
    expect([...readTree(elsewhere)]).toEqual([...before]);

    const bundle = parseBundle(await open(BUNDLE));
    const documents = parseDocuments(await open(machine('controlplane-1'))) as { machine?: { token?: string } }[];
    expect(documents[0]?.machine?.token).toBe(bundle.trustdInfo.token);
    expect(readTalosconfig(await open(TALOSCONFIG)).contexts).toMatchObject([
      { name: 'edge', endpoints: ['192.0.2.11'], client: { roles: ['os:admin'] } },
    ]);
  });

  it('fails to make them a second time, unless asked to replace them', () => {
    const before = tree();
    expect(run(ops, 'secrets', 'init', 'edge')).toMatchObject({ code: 1, stdout: '' });
    expect(changed(before)).toEqual([]);
  });

  it('writes only the file of the machine that changed', async () => {
    const before = tree();
    const worker = await open(machine('worker-2'));
    project.write('cluster.ts', cluster([ops.recipient], moved));
    expect(run(ops, 'synth')).toMatchObject({ code: 0 });
    expect(changed(before).filter((path) => !path.startsWith('.plinth/') && path.endsWith('.sops.yaml'))).toEqual([
      machine('worker-2').replace('gitops/', ''),
    ]);
    expect(await open(machine('worker-2'))).toBe(worker.replace('192.0.2.22/24', '192.0.2.29/24'));
    // what did not change inside keeps its cipher text
    const lines = (text: string) => new Set(text.split('\n'));
    const old = lines(before.get(machine('worker-2').replace('gitops/', '')) ?? '');
    expect([...lines(project.read(machine('worker-2')))].filter((line) => !old.has(line))).toHaveLength(3);
    expect(run(undefined, 'synth').stdout).toContain('no change');
  });

  it('fails without a key after a change that touches them, says what is stale, and writes nothing', () => {
    project.write('cluster.ts', cluster([ops.recipient]));
    const before = tree();
    const { code, stderr } = run(undefined, 'synth');
    expect(code).toBe(1);
    expect(stderr).toContain('talos-edge-worker-2.sops.yaml: stale: what it is made from has changed');
    expect(stderr).toContain(ops.recipient);
    expect(stderr).toContain('SOPS_AGE_KEY_FILE');
    expect(stderr).toContain('plinth secrets init --replace');
    expect(stderr).not.toContain('worker-1.sops.yaml');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(changed(before)).toEqual([]);
    expect(run(other, 'synth')).toMatchObject({ code: 1 });
    expect(run(undefined, 'diff')).toMatchObject({ code: 1 });
    const diff = run(undefined, 'diff', '--without-keys');
    expect(diff).toMatchObject({ code: 2, stderr: '' });
    expect(diff.stdout).toMatch(/! talos\/test\/edge\/machines\/talos-edge-worker-2.sops.yaml {2}stale/);
    expect(diff.stdout).not.toMatch(/worker-1.sops.yaml|controlplane-1.sops.yaml/);
    expect(run(ops, 'synth', '--without-keys')).toMatchObject({ code: 1 });
    expect(run(undefined, 'secrets', 'check', '--without-keys')).toMatchObject({ code: 1 });
    expect(run(ops, 'diff').stdout).toMatch(/~ talos\/test\/edge\/machines\/talos-edge-worker-2.sops.yaml/);
    expect(changed(before)).toEqual([]);
    expect(run(ops, 'synth')).toMatchObject({ code: 0 });
  });

  it('needs no key for a change that does not touch them', () => {
    project.write('cluster.ts', cluster([ops.recipient], `d.gitops.version = 'v3.2.5';`));
    const before = tree();
    expect(run(undefined, 'synth')).toMatchObject({ code: 0 });
    expect(changed(before).length).toBeGreaterThan(0);
    expect(changed(before).filter((path) => path.startsWith('talos/'))).toEqual([]);
    project.write('cluster.ts', cluster([ops.recipient]));
    expect(run(undefined, 'synth')).toMatchObject({ code: 0 });
  });

  it('moves with the machine that gets another name, and no other file', () => {
    const renamed = `const m = d.machines.pools.worker.machines; m[3] = m[2]; delete m[2];`;
    project.write('cluster.ts', cluster([ops.recipient], renamed));
    const before = tree();
    expect(run(ops, 'synth')).toMatchObject({ code: 0 });
    const touched = changed(before).filter((path) => path.startsWith('talos/') && path.endsWith('.sops.yaml'));
    expect(touched).toEqual(['worker-2', 'worker-3'].map((name) => machine(name).replace('gitops/', '')));
    project.write('cluster.ts', cluster([ops.recipient]));
    expect(run(ops, 'synth')).toMatchObject({ code: 0 });
  });

  it('tells a file that somebody edited, and makes it anew with the key', () => {
    const path = machine('worker-1');
    const good = project.read(path);
    project.write(
      path,
      good.replace(/data:(.)/, (_, first) => `data:${first === 'A' ? 'B' : 'A'}`),
    );
    expect(run(undefined, 'synth').stderr).toContain('stale: edited since it was written');
    expect(run(undefined, 'secrets', 'check').code).toBe(1);
    expect(run(ops, 'synth').stdout).toContain('edited by hand');
    expect(run(ops, 'secrets', 'check')).toMatchObject({ code: 0 });
  });

  it('fails on a bundle that was tampered with', () => {
    const good = project.read(BUNDLE);
    project.write(
      BUNDLE,
      good.replace(/data:(.)/, (_, first) => `data:${first === 'A' ? 'B' : 'A'}`),
    );
    const { code, stderr } = run(ops, 'synth');
    expect(code).toBe(1);
    expect(stderr).toMatch(/secrets.sops.yaml: cluster\.id: /);
    project.removeFile(BUNDLE);
    expect(run(ops, 'synth').stderr).toContain('secrets.sops.yaml, which it is made from, is gone');
    project.write(BUNDLE, good);
    expect(run(ops, 'synth').stdout).toContain('no change');
  });

  it('issues a new certificate, and touches the talosconfig alone', async () => {
    const before = tree();
    const old = await open(TALOSCONFIG);
    expect(run(undefined, 'secrets', 'rotate', 'edge')).toMatchObject({ code: 1 });
    expect(run(ops, 'secrets', 'rotate', 'edge', '--roles', 'os:reader', '--lifetime', '20d')).toMatchObject({
      code: 0,
    });
    expect(changed(before)).toEqual(['.plinth/test/edge.sha256', TALOSCONFIG.replace('gitops/', '')]);
    const [client] = readTalosconfig(await open(TALOSCONFIG)).contexts.map((context) => context.client);
    expect(client?.roles).toEqual(['os:reader']);
    expect(await open(TALOSCONFIG)).not.toBe(old);
    const check = run(ops, 'secrets', 'check');
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/! talosconfig ends on .*: plinth secrets rotate/);
    expect(run(ops, 'secrets', 'rotate', 'edge', '--lifetime', '1y').code).toBe(1);
    expect(run(ops, 'secrets', 'rotate', 'edge', '--roles', 'os:root').stderr).toContain('os:root');
    expect(run(ops, 'secrets', 'rotate', 'edge')).toMatchObject({ code: 0 });
  });

  it('lets another reader in, and keeps every value', async () => {
    const before = tree();
    project.write('cluster.ts', cluster([ops.recipient, other.recipient]));
    expect(run(undefined, 'synth').stderr).toContain('secrets.sops.yaml: no private key found');
    expect(run(ops, 'synth')).toMatchObject({ code: 0 });
    for (const path of [BUNDLE, TALOSCONFIG, machine('worker-1')]) {
      expect(await open(path, other)).toBe(await open(path));
      const values = (text: string) => text.split('\n').filter((line) => line.includes('ENC['));
      expect(values(project.read(path))).toEqual(values(before.get(path.replace('gitops/', '')) ?? ''));
    }
    expect(run(other, 'synth').stdout).toContain('no change');
  });

  it('shuts a reader out with new data keys', async () => {
    project.write('cluster.ts', cluster([other.recipient]));
    const bundle = await open(BUNDLE);
    const values = (path: string) =>
      project
        .read(path)
        .split('\n')
        .filter((line) => line.includes('ENC['));
    const old = values(machine('worker-1'));
    expect(run(ops, 'secrets', 'rotate', 'edge', '--data-keys')).toMatchObject({ code: 0 });
    expect(await open(BUNDLE, other)).toBe(bundle);
    expect(values(machine('worker-1')).filter((line) => old.includes(line))).toEqual([]);
    await expect(open(BUNDLE, ops)).rejects.toThrow(/fits/);
    project.write('cluster.ts', cluster([ops.recipient]));
    expect(run(other, 'secrets', 'rotate', 'edge', '--data-keys')).toMatchObject({ code: 0 });
    expect(run(undefined, 'synth').stdout).toContain('no change');
  });

  it('takes over the secrets of a cluster that runs', async () => {
    const bundle = await open(BUNDLE);
    const plain = join(outside, 'secrets.yaml');
    writeFileSync(plain, bundle, { mode: 0o600 });
    expect(run(ops, 'secrets', 'init', 'edge', '--replace')).toMatchObject({ code: 0 });
    expect(await open(BUNDLE)).not.toBe(bundle);
    expect(run(undefined, 'secrets', 'import', 'edge', plain).stderr).toContain('--replace');
    expect(run(undefined, 'secrets', 'import', 'edge', plain, '--replace')).toMatchObject({ code: 0 });
    expect(parseBundle(await open(BUNDLE))).toEqual(parseBundle(bundle));
    // the same from an encrypted file
    writeFileSync(plain, project.read(BUNDLE));
    expect(run(undefined, 'secrets', 'import', 'edge', plain, '--replace').stderr).toContain('no private key found');
    expect(run(ops, 'secrets', 'import', 'edge', plain, '--replace')).toMatchObject({ code: 0 });
    expect(parseBundle(await open(BUNDLE))).toEqual(parseBundle(bundle));
    const token = parseBundle(bundle).trustdInfo.token;
    writeFileSync(plain, bundle.replace(token, 'not a token'));
    const spoiled = run(ops, 'secrets', 'import', 'edge', plain, '--replace');
    expect(spoiled).toMatchObject({ code: 1 });
    expect(spoiled.stderr).toContain('trustdinfo.token');
    rmSync(plain);
    expect(run(ops, 'secrets', 'import', 'edge', plain, '--replace').stderr).toContain('cannot read');
  });

  it('hands out credentials outside of the project only, for their owner alone', () => {
    const file = join(outside, 'talosconfig');
    expect(run(ops, 'secrets', 'talosconfig', 'edge', '--roles', 'os:reader', '--out', file)).toMatchObject({
      code: 0,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readTalosconfig(readFileSync(file, 'utf8')).contexts[0]?.client?.roles).toEqual(['os:reader']);
    expect(run(ops, 'secrets', 'kubeconfig', 'edge', '--out', join(outside, 'kubeconfig'))).toMatchObject({ code: 0 });
    expect(readFileSync(join(outside, 'kubeconfig'), 'utf8')).toContain('server: https://api.edge.example.com:6443');
    expect(run(ops, 'secrets', 'talosconfig', 'edge', '--out', file).stderr).toContain('EEXIST');
    for (const verb of [['talosconfig', 'edge', '--out'], ['kubeconfig', 'edge', '--out'], ['keygen']]) {
      expect(run(ops, 'secrets', ...verb, join(project.folder, 'plain'))).toMatchObject({ code: 1 });
    }
    expect(project.exists('plain')).toBe(false);
  });

  it('never shows a secret', async () => {
    const bundle = parseBundle(await open(BUNDLE));
    const values = [bundle.cluster.secret, bundle.trustdInfo.token, bundle.secrets.bootstrapToken, bundle.certs.os.key];
    for (const text of [said, ...tree().values()]) {
      for (const value of [...values, ...values.map((one) => Buffer.from(one).toString('base64'))]) {
        expect(text.includes(value)).toBe(false);
      }
      expect(text).not.toMatch(/AGE-SECRET-KEY-1|PRIVATE KEY-----/);
    }
  });
});
