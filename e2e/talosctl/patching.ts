import { isDeepStrictEqual } from 'node:util';
import { treePaths, type Cluster } from '../../lib/cluster';
import { generatedConfig, nodeConfigText, talosFiles } from '../../lib/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { firstDifference } from '../talos/first-difference';
import type { Tally } from '../tally';
import { nameOf, targetsOf, type Bundles, type Target } from './targets';
import type { Talosctl } from './talosctl';

/** `talosctl machineconfig patch` with the patch files of the tree gives the configuration that we encrypt for the machine. */
export async function patching(talosctl: Talosctl, tally: Tally, bundles: Bundles, clusters: readonly Cluster[]) {
  await talosctl.each(targetsOf(clusters), async (target) => {
    const secrets = bundles.of(target.cluster.versions.talos);
    const patches = patchesOf(target).map((text) => talosctl.write(text));
    const theirs = await patched(
      talosctl,
      emitDocuments(generatedConfig(target.cluster, target.machine, secrets)),
      patches.map((file) => `@${file}`),
    );
    // written by talosctl as well, which leaves out what is empty and adds some zeros
    const ours = await patched(talosctl, nodeConfigText(target.cluster, target.machine, secrets), [NOTHING]);
    const isSame = theirs.length > 0 && isDeepStrictEqual(ours, theirs);
    tally.check(`patch: ${nameOf(target)}`, isSame, () => firstDifference(ours, theirs));
    for (const file of patches) talosctl.remove(file);
  });
}

/** A patch that changes nothing. */
const NOTHING = JSON.stringify({ machine: {} });

/** The documents that talosctl makes of a configuration and patches; none where it refuses them. */
async function patched(talosctl: Talosctl, config: string, patches: readonly string[]): Promise<readonly unknown[]> {
  const file = talosctl.write(config);
  const flags = patches.flatMap((patch) => ['--patch', patch]);
  const { status, stdout, stderr } = await talosctl.run(['machineconfig', 'patch', file, ...flags]);
  talosctl.remove(file);
  if (status !== 0) console.log(stderr.trim());
  return status === 0 ? inOrder(parseDocuments(stdout)) : [];
}

/** The texts of the patch files for a machine, in their order. */
function patchesOf({ cluster, machine }: Target): readonly string[] {
  const folder = `${treePaths(cluster).talos}/patches`;
  const pool = 'pool' in machine ? machine.pool : machine.name;
  const paths = [`${folder}/${pool}.yaml`, ...('pool' in machine ? [`${folder}/nodes/${machine.name}.yaml`] : [])];
  const files = new Map(
    talosFiles(cluster).map(({ path, body }) => [path, body.format === 'yaml' ? emitDocuments(body.documents) : '']),
  );
  return paths.map((path) => files.get(path) ?? '').filter((text) => text !== '');
}

/** Talos orders documents by what it knows of them, we by how they came. */
function inOrder(documents: readonly unknown[]): readonly unknown[] {
  const key = (document: unknown) => {
    const { kind = '', name = '' } = document as { readonly kind?: string; readonly name?: string };
    return `${kind}/${name}`;
  };
  return [...documents].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
