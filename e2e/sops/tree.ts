import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decryptYaml, plainText, type DiscoveredKeys } from '../../lib/secrets';
import { parseDocuments } from '../../lib/yaml';
import { recipient as recipientOfNobody } from '../../test/support/definition';
import { repository, testProject } from '../../test/support/project';
import type { Tally } from '../tally';
import { runSops } from './sops-cli';

const FOLDER = 'gitops/talos/test/edge';

const cluster = (recipient: string) => `
import { defineCluster } from '${repository}/lib/cluster';
import { definition } from '${repository}/test/support/definition';
const d = definition();
d.recipients = { ops: '${recipient}' };
d.gitops.secrets.recipients = ['ops'];
export default defineCluster(d);
`;

/** The encrypted files of a tree that `plinth secrets init` made, in the hands of sops. */
export async function checkTree(sops: string, tally: Tally): Promise<void> {
  const started = tally.counts();
  const outside = mkdtempSync(join(tmpdir(), 'plinth-sops-key-'));
  const project = testProject({
    'plinth.config.ts': `export default { clusters: ['./cluster.ts'] };\n`,
    // keygen wants a sound project, whoever it is for
    'cluster.ts': cluster(recipientOfNobody),
  });
  try {
    const keyFile = join(outside, 'key.txt');
    const [recipient = ''] = project.plinth('secrets', 'keygen', keyFile).stdout.split('\n');
    project.write('cluster.ts', cluster(recipient));
    const key = { SOPS_AGE_KEY_FILE: keyFile };
    const plinth = (...argv: string[]) => project.plinthWith(key, ...argv);
    const identities = [/AGE-SECRET-KEY-\S+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? ''];
    const keys: DiscoveredKeys = { identities, looked: [] };
    const open = async (path: string) => plainText(await decryptYaml(project.read(path), keys));
    const folder = join(project.folder, FOLDER);
    const run = (...argv: string[]) => runSops(sops, argv, key, join(project.folder, FOLDER));
    const check = (name: string, held: boolean, detail = '') => {
      tally.check(`tree: ${name}`, held, () => detail);
    };

    check('init', plinth('secrets', 'init', 'edge').code === 0);
    const encrypted = [...project.tree(FOLDER).keys()].filter(
      (path) => path.endsWith('.sops.yaml') && path !== '.sops.yaml',
    );
    check('has its files', encrypted.length === 5, encrypted.join(', '));
    for (const path of encrypted) {
      const { status, stdout, stderr } = await run('decrypt', path);
      const same =
        JSON.stringify(parseDocuments(stdout)) === JSON.stringify(parseDocuments(await open(`${FOLDER}/${path}`)));
      check(`sops reads ${path}`, status === 0 && same, stderr);
      check(`sops takes ${path} for encrypted`, (await run('filestatus', path)).stdout.includes('"encrypted":true'));
      const before = project.read(`${FOLDER}/${path}`);
      const updated = await run('updatekeys', '--yes', path);
      check(
        `sops finds ${path} up to date`,
        updated.status === 0 && project.read(`${FOLDER}/${path}`) === before,
        updated.stderr,
      );
    }

    const machine = encrypted.find((path) => path.startsWith('machines/')) ?? '';
    const good = await open(`${FOLDER}/${machine}`);
    await run('set', machine, '["machine"]["token"]', '"other"');
    check('an edit with sops is told', project.plinth('synth').stderr.includes('edited since it was written'));
    check('and undone with the key', plinth('synth').code === 0 && (await open(`${FOLDER}/${machine}`)) === good);

    const before = project.tree('gitops');
    await run('rotate', '--in-place', 'secrets.sops.yaml');
    check('a rotated bundle needs the key', project.plinth('synth').code === 1);
    check('and changes no file that is made from it', plinth('synth').code === 0);
    const now = project.tree('gitops');
    const changed = [...now].filter(([path, text]) => before.get(path) !== text).map(([path]) => basename(path));
    check('but its digests', changed.join() === 'edge.inputs,secrets.sops.yaml', changed.join());

    writeFileSync(join(folder, 'own.sops.yaml'), 'password: mine\n');
    const own = await run('encrypt', '--in-place', 'own.sops.yaml');
    check(
      'sops follows our .sops.yaml',
      own.status === 0 && (await open(`${FOLDER}/own.sops.yaml`)) === 'password: mine\n',
      own.stderr,
    );
    check('a file of the user stays', plinth('synth').code === 0 && project.exists(`${FOLDER}/own.sops.yaml`));
  } finally {
    project.remove();
    rmSync(outside, { recursive: true });
  }
  tally.section('the tree in the hands of sops', started);
}
