import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ksopsBuildOptions, ksopsProgram } from '../../lib/gitops/secrets';
import { parseDocuments } from '../../lib/yaml';
import { recipient as recipientOfNobody } from '../../test/support/definition';
import { command, repository, testProject } from '../../test/support/project';
import type { Tally } from '../tally';
import { buildTool } from '../tools/build';
import { runSops } from './sops-cli';

const cluster = (name: string, recipient: string, gitops: string, platform: string) => `
import { appOfApps, applicationSet, argoCd, defineCluster, flux, fluxComponents, secret, sops, stage } from '${repository}/lib/cluster';
import { component, definition } from '${repository}/test/support/definition';
const d: any = definition();
d.name = '${name}';
const app = component('app', {
  objects: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'app', namespace: 'app-system' } }],
  secrets: () => [
    { name: 'app', type: 'kubernetes.io/basic-auth', labels: { a: 'b' }, data: { username: 'admin', password: secret('app-password') } },
  ],
});
const operator = component('operator', { decrypts: 'sops-secrets' });
const repo = { url: 'https://git.example.com/platform.git' };
d.recipients = { ops: '${recipient}' };
d.gitops = ${gitops};
d.platform = [${platform}];
export default defineCluster(d);
`;

const argo = (layout: string, delivery = '') =>
  `argoCd({ version: 'v3.2.6', repository: repo, layout: ${layout}, secrets: sops({ recipients: ['ops'] ${delivery} }) })`;

/** A cluster for each way in which a Secret gets onto it, and where its file stands. */
const forms: Readonly<Record<string, { readonly gitops: string; readonly platform: string; readonly file: string }>> = {
  files: {
    gitops: `flux({ version: 'v2.7.3', repository: repo, layout: fluxComponents(), secrets: sops({ recipients: ['ops'] }) })`,
    platform: `stage('apps', app)`,
    file: '/app.sops.yaml',
  },
  operator: {
    gitops: argo('appOfApps()'),
    platform: `stage('base', operator), stage('apps', app)`,
    file: '/app.sopssecret.yaml',
  },
  generator: {
    gitops: argo('applicationSet()', `, delivery: 'ksops'`),
    platform: `stage('apps', app)`,
    file: '/secrets/app.sops.yaml',
  },
  hand: {
    gitops: argo('applicationSet()'),
    platform: `stage('apps', app)`,
    file: '/kubernetes/app-system/app.sops.yaml',
  },
};

type Check = (name: string, held: boolean, detail?: string) => void;

/** One secret in every form in which something delivers it, in the hands of sops and of Kustomize. */
export async function checkDelivery(sops: string, tally: Tally): Promise<void> {
  const started = tally.counts();
  const outside = mkdtempSync(join(tmpdir(), 'plinth-delivery-key-'));
  const names = Object.keys(forms);
  const project = testProject({
    'plinth.config.ts': `export default { clusters: ${JSON.stringify(names.map((name) => `./${name}.ts`))} };\n`,
  });
  const define = (recipient: string) => {
    for (const [name, { gitops, platform }] of Object.entries(forms))
      project.write(`${name}.ts`, cluster(name, recipient, gitops, platform));
  };
  const check: Check = (name, held, detail = '') => {
    tally.check(`delivery: ${name}`, held, () => detail);
  };
  try {
    const keyFile = join(outside, 'key.txt');
    define(recipientOfNobody);
    const [recipient = ''] = project.plinth('secrets', 'keygen', keyFile).stdout.split('\n');
    define(recipient);
    const key = { SOPS_AGE_KEY_FILE: keyFile };
    const set = (name: string, value: string) =>
      spawnSync(process.execPath, [...command, 'secrets', 'set', name, 'app-password'], {
        cwd: project.folder,
        encoding: 'utf8',
        input: value,
        env: { ...process.env, ...key },
      });

    const first = project.plinth('synth');
    check('synth without values', first.code === 0, first.stderr);
    for (const name of names)
      check(
        `${name} waits for its value`,
        first.stdout.includes(`plinth secrets set test/${name} app-password`),
        first.stdout,
      );
    for (const name of names) {
      const { status, stderr } = set(name, `s3cret-of-${name}`);
      check(`${name} takes its value`, status === 0, stderr);
    }
    const before = project.tree('gitops');
    check('no form gives it away', ![...before.values()].some((text) => text.includes('s3cret-of-')));
    check('a second synth needs no key', project.plinth('synth').stdout.includes('no change'));

    for (const [name, { file }] of Object.entries(forms)) {
      const path = [...before.keys()].find((found) => found.includes(`/${name}/`) && found.endsWith(file)) ?? '';
      check(`${name} has its file`, path !== '', [...before.keys()].join('\n'));
      const run = (...argv: string[]) => runSops(sops, argv, key, join(project.folder, 'gitops', dirname(path)));
      const base = path.slice(dirname(path).length + 1);
      const { status, stdout, stderr } = await run('decrypt', base);
      check(`sops reads ${path}`, status === 0 && holdsValue(stdout, `s3cret-of-${name}`), stderr + stdout);
      const updated = await run('updatekeys', '--yes', base);
      const same = project.read(`gitops/${path}`) === before.get(path);
      check(`sops finds ${path} up to date`, updated.status === 0 && same, updated.stderr);
      // a hand's own file by the same rule: what stays readable is the same
      writeFileSync(join(project.folder, 'gitops', dirname(path), `hand-${base}`), stdout);
      const own = await run('encrypt', '--in-place', `hand-${base}`);
      const readable = (text: string) =>
        text
          .split('sops:')[0]
          ?.replaceAll(/ENC\[[^\]]*\]/g, 'ENC')
          .replaceAll(/"|  +/g, '');
      const theirs = project.read(`gitops/${dirname(path)}/hand-${base}`);
      check(
        `sops follows our rule for ${path}`,
        own.status === 0 && readable(theirs) === readable(before.get(path) ?? ''),
        own.stderr + theirs,
      );
      project.removeFile(`gitops/${dirname(path)}/hand-${base}`);
    }
    checkKustomize(sops, outside, join(project.folder, 'gitops', folderOf(before, '/secrets/ksops.yaml')), check);

    set('operator', 'another');
    const after = project.tree('gitops');
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    const wanted = [
      '.plinth/test/operator.files',
      '.plinth/test/operator.inputs',
      'app.sopssecret.yaml',
      'app-password.sops.yaml',
    ];
    const others = changed.filter((path) => !path.includes('operator'));
    check(
      'another value changes its files alone',
      others.length === 0 && changed.length === wanted.length,
      changed.join(),
    );
  } finally {
    project.remove();
    rmSync(outside, { recursive: true });
  }
  tally.section('delivered secrets in the hands of sops and Kustomize', started);
}

function folderOf(tree: ReadonlyMap<string, string>, ending: string): string {
  return dirname([...tree.keys()].find((path) => path.endsWith(ending)) ?? 'missing/x');
}

/** Whether a Secret, or a Secret to be, holds the value and the text beside it. */
function holdsValue(text: string, password: string): boolean {
  const [object] = parseDocuments(text) as {
    stringData?: unknown;
    spec?: { secretTemplates?: { stringData: unknown }[] };
  }[];
  const data = object?.stringData ?? object?.spec?.secretTemplates?.[0]?.stringData;
  return JSON.stringify(data) === JSON.stringify({ password, username: 'admin' });
}

/**
 * The real Kustomize runs the generator. Its program is a stand-in that does what kustomize-sops does with `files`, by the
 * real sops.
 */
function checkKustomize(sops: string, outside: string, folder: string, check: Check): void {
  const standIn = [process.execPath, ...command.slice(0, 2), join(__dirname, 'ksops-stand-in.ts'), sops];
  const program = join(outside, ksopsProgram);
  writeFileSync(program, `#!/bin/sh\nexec ${standIn.map((word) => `'${word}'`).join(' ')}\n`, { mode: 0o755 });
  const kustomize = buildTool('kustomize', 'sigs.k8s.io/kustomize/kustomize/v5');
  const build = (...flags: string[]) =>
    spawnSync(kustomize, ['build', ...flags, folder], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${outside}:${process.env.PATH ?? ''}`, HOME: outside, SOPS_AGE_KEY_FILE: join(outside, 'key.txt') },
    });
  const { status, stdout, stderr } = build(...ksopsBuildOptions.split(' '));
  check('kustomize runs the generator', status === 0, stderr);
  const objects = status === 0 ? parseDocuments(stdout) : [];
  const [secret] = objects as { kind: string; type: string; metadata: { name: string; namespace: string } }[];
  check('and gives one object', objects.length === 1, stdout);
  check('a Secret of its type', secret?.kind === 'Secret' && secret.type === 'kubernetes.io/basic-auth', stdout);
  check('in its namespace', secret?.metadata.name === 'app' && secret.metadata.namespace === 'app-system', stdout);
  check('with its values', holdsValue(stdout, 's3cret-of-generator'), stdout);
  check('and nothing without the flags', build().status !== 0);
}
