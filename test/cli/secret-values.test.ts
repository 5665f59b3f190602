import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptYaml, plainText } from '../../lib/secrets';
import { parseDocuments } from '../../lib/yaml';
import { recipient as nobody } from '../support/definition';
import { command, repository, testProject, type TestProject } from '../support/project';

const SECRETS = 'gitops/secrets/prod/k8s'; // gitleaks:allow: a path
const CREDENTIALS = `${SECRETS}/kubernetes/cluster-api.sops.yaml`;

/** Three Hetzner servers whose addons need the token. */
const cluster = (reader: string) => `
import { addons, defineCluster } from '${repository}/lib/cluster';
import { hcloudCcm, cilium } from '${repository}/lib/platform';
import { hetznerDefinition } from '${repository}/test/support/definition';
const d: any = { ...hetznerDefinition(), name: 'k8s', group: 'prod' };
d.recipients = { ops: '${reader}' };
d.gitops.secrets.recipients = ['ops'];
d.platform = [addons(cilium(), hcloudCcm())];
export default defineCluster(d);
`;

describe('plinth secrets set', () => {
  let project: TestProject;
  let outside: string;
  let identity: string;
  const token = `t0ken${'x'.repeat(20)}`;

  const set = (input: string, ...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, 'secrets', 'set', ...argv], {
      cwd: project.folder,
      encoding: 'utf8',
      input,
      env: { ...process.env, XDG_CONFIG_HOME: outside },
    });
    return { code: status, stdout, stderr };
  };
  const open = async (path: string) =>
    parseDocuments(plainText(await decryptYaml(project.read(path), { identities: [identity], looked: [] })));

  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'plinth-keys-'));
    project = testProject({
      'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
      'cluster.ts': cluster(nobody),
    });
    const file = join(outside, 'key.txt');
    const [recipient = ''] = project.plinth('secrets', 'keygen', file).stdout.split('\n');
    identity = /AGE-SECRET-KEY-\S+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    project.write('cluster.ts', cluster(recipient));
  });
  afterAll(() => {
    project.remove();
    rmSync(outside, { recursive: true });
  });

  it('writes one value in every shape in which something reads it', async () => {
    expect(project.plinth('synth').stdout).toContain('plinth secrets set prod/k8s hcloud-token');
    const { code, stdout, stderr } = set(`${token}\n`, 'k8s', 'hcloud-token');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain(token);
    const label = { 'clusterctl.cluster.x-k8s.io/move': '' };
    const inner = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'hcloud', namespace: 'kube-system' },
      stringData: { network: 'k8s', token },
    };
    const [provider, manifests, own] = (await open(CREDENTIALS)) as { stringData: Record<string, string> }[];
    expect(provider).toMatchObject({
      metadata: { name: 'hetzner', namespace: 'default', labels: label },
      stringData: { 'hcloud-token': token },
    });
    expect(manifests).toMatchObject({
      metadata: { name: 'hcloud-secret-manifest', labels: label },
      type: 'addons.cluster.x-k8s.io/resource-set',
    });
    expect(parseDocuments(manifests?.stringData['hcloud-secret.yaml'] ?? '')).toEqual([inner]);
    expect(own).toMatchObject(inner);
    // names and labels can be read, so that a review and a pivot plan see them
    expect(project.read(CREDENTIALS)).toContain('clusterctl.cluster.x-k8s.io/move: ""');
    for (const text of project.tree('gitops').values()) expect(text).not.toContain(token);
    expect(project.plinth('synth').stdout).toContain('no change');
    expect(project.plinth('secrets', 'check')).toMatchObject({ code: 0 });
  });

  it('changes it without a private key', async () => {
    expect(set('another', 'prod/k8s', 'hcloud-token').code).toBe(0);
    expect((await open(`${SECRETS}/hcloud-token.sops.yaml`))[0]).toEqual({ value: 'another' });
    expect(JSON.stringify(await open(CREDENTIALS))).toContain('another');
  });

  it.each([
    ['', ['k8s', 'hcloud-token'], 'no value on standard input'],
    ['x', ['k8s', 'hcloud-tokn'], 'did you mean hcloud-token?'],
    ['a\nb\nc', ['k8s', 'hcloud-token', 'one', 'two'], '3 lines for one, two'],
  ])('fails on %j for %j, and writes nothing', (input, argv, says) => {
    const before = project.tree('gitops');
    const { code, stderr } = set(input, ...argv);
    expect(stderr).toContain(says);
    expect(code).toBe(1);
    expect([...project.tree('gitops')]).toEqual([...before]);
  });
});
