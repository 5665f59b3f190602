import { LocalBackend, TerraformStack, Testing } from 'cdktf';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { defineCluster, type Cluster } from '../../lib/cluster';
import { decryptYaml, parseBundle, plainText } from '../../lib/secrets';
import { nodeConfig, secretPaths } from '../../lib/talos';
import { StackRoot } from '../../lib/terraform';
import { ArgoCdBootstrap } from '../../lib/terraform/bootstrap';
import { TalosBootstrap, type SecretsIn } from '../../lib/terraform/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { definition, recipient as recipientOfNobody } from '../../test/support/definition';
import { repository, testProject } from '../../test/support/project';
import { helm, kubectl, kubernetes, sops, talos } from '../../tools/bindings/selection';
import { buildSops, runSops } from '../sops/sops-cli';
import type { Tally } from '../tally';
import { Workspace } from './workspace';

const source = (recipient: string) => `
import { defineCluster } from '${repository}/lib/cluster';
import { definition } from '${repository}/test/support/definition';
const d = definition();
d.recipients = { ops: '${recipient}' };
d.gitops.secrets.recipients = ['ops'];
export default defineCluster(d);
`;

/** The Talos stack over a tree that plinth encrypted: the real SOPS provider, and a played Talos provider. */
export async function checkTalos(tally: Tally): Promise<void> {
  const outside = mkdtempSync(join(tmpdir(), 'plinth-key-'));
  const project = testProject({
    'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
    'cluster.ts': source(recipientOfNobody),
  });
  try {
    const keyFile = join(outside, 'key.txt');
    const [recipient = ''] = project.plinth('secrets', 'keygen', keyFile).stdout.split('\n');
    project.write('cluster.ts', source(recipient));
    const key = { SOPS_AGE_KEY_FILE: keyFile };
    const init = project.plinthWith(key, 'secrets', 'init', 'edge');
    tally.check('talos: the tree is written', init.code === 0, () => init.stderr);
    const cluster = clusterFor(recipient);
    const tree = join(project.folder, 'gitops');
    const identities = [/AGE-SECRET-KEY-\S+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? ''];
    const textOf = async (path: string) =>
      plainText(await decryptYaml(readFileSync(join(tree, path), 'utf8'), { identities, looked: [] }));
    const bundle = await textOf(secretPaths(cluster).bundle);
    const expected: Expected = { cluster, tree, key, bundle, secrets: secretValues(bundle) };
    await checkMode('memory', expected, tally);
    await checkMode('state', expected, tally);
  } finally {
    project.remove();
    rmSync(outside, { recursive: true });
  }
}

interface Expected {
  readonly cluster: Cluster;
  readonly tree: string;
  readonly key: Readonly<Record<string, string>>;
  readonly bundle: string;
  /** Texts that no file may hold. */
  readonly secrets: readonly string[];
}

async function checkMode(secretsIn: SecretsIn, expected: Expected, tally: Tally): Promise<void> {
  const { cluster, tree, key, bundle, secrets } = expected;
  const check = (name: string, held: boolean, detail: () => string) => {
    tally.check(`talos, secrets in ${secretsIn}: ${name}`, held, detail);
  };
  const configuration = synthesize(cluster, secretsIn);
  check('cdk.tf.json has no secret', holdsNone(configuration, secrets), () => 'one was found');
  const workspace = new Workspace({ ...key, [`TF_VAR_${cluster.name}_tree`]: tree });
  try {
    workspace.real(sops).played(talos).played(helm).played(kubernetes).played(kubectl).write(configuration);
    for (const args of [['init', '-input=false'], ['validate'], ['apply', '-input=false', '-auto-approve']]) {
      const { ok, output } = workspace.terraform(...args, '-no-color');
      check(args[0] ?? '', ok, () => output);
    }
    const journal = workspace.takeJournal();
    const again = workspace.planIsEmpty();
    check('a second plan is empty', again.ok, () => again.output);

    const applied = journal.filter(({ type }) => type === 'talos_machine_configuration_apply');
    const machines = cluster.pools.flatMap((pool) => pool.machines);
    check('every machine is configured once', applied.length === machines.length, () => String(applied.length));
    const cli = buildSops();
    for (const machine of machines) {
      const file = secretPaths(cluster).machine(machine);
      const plain = (await runSops(cli, ['decrypt', file], key, tree)).stdout;
      const entry = applied.find(({ values }) => values.node === machine.address?.text);
      const received = entry?.values.machine_configuration_input_wo ?? entry?.values.machine_configuration_input;
      check(`${machine.name} receives its file`, received === digest(plain), () => String(received));
      const wanted = parseDocuments(emitDocuments(nodeConfig(cluster, machine, parseBundle(bundle))));
      check(
        `${machine.name}'s file is its configuration`,
        isDeepStrictEqual(parseDocuments(plain), wanted),
        () => file,
      );
    }
    const order = journal.map(({ type, values }) => `${type} ${values.node ?? ''}`);
    const bootstrap = order.findIndex((entry) => entry.startsWith('talos_machine_bootstrap'));
    const first = order.findIndex((entry) => entry.startsWith('talos_machine_configuration_apply 192.0.2.11'));
    check('etcd starts after its machine is configured', first >= 0 && bootstrap > first, () => order.join('\n'));
    const chart = order.findIndex((entry) => entry.startsWith('helm_release'));
    check('the engine comes after etcd', chart > bootstrap, () => order.join('\n'));
    const state = workspace.read('terraform.tfstate');
    const expectation = secretsIn === 'memory';
    check(
      `the state has ${expectation ? 'no' : 'the'} secrets`,
      holdsNone(state, secrets) === expectation,
      () => 'see state',
    );
    const destroyed = workspace.terraform('destroy', '-auto-approve', '-no-color');
    check('destroy', destroyed.ok, () => destroyed.output);
  } finally {
    workspace.remove();
  }
}

function synthesize(cluster: Cluster, secretsIn: SecretsIn): string {
  const stack = new TerraformStack(new StackRoot(), 'talos');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  const { access, started } = new TalosBootstrap(stack, 'talos', { cluster, secretsIn, health: true });
  // the engine of the same stack reaches Kubernetes by what the first one gives
  new ArgoCdBootstrap(stack, 'argo-cd', { cluster, access, after: started, roots: [] });
  return Testing.synth(stack, true);
}

function clusterFor(recipient: string): Cluster {
  const d = definition();
  return defineCluster({
    ...d,
    recipients: { ops: recipient },
    gitops: { ...d.gitops, secrets: { ...d.gitops.secrets, recipients: ['ops'] } },
  });
}

/** Every long value of the bundle that is secret: certificates are public, and stand in many files. */
function secretValues(bundle: string): string[] {
  const values: string[] = [];
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string' && name !== 'crt' && name !== 'id') values.push(value);
    if (typeof value === 'object' && value !== null) {
      for (const [member, below] of Object.entries(value)) walk(below, member);
    }
  };
  for (const document of parseDocuments(bundle)) walk(document, '');
  return values;
}

function holdsNone(text: string, secrets: readonly string[]): boolean {
  return secrets.length > 5 && !secrets.some((secret) => text.includes(secret));
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
