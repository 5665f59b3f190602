import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { formatBundle } from '../../lib/secrets';
import { contractOf, generateConfig } from '../../lib/talos';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { contracts, roles } from '../talos/differential';
import { firstDifference } from '../talos/first-difference';
import type { Tally } from '../tally';
import type { Bundles } from './targets';
import type { Talosctl } from './talosctl';

const cluster = {
  name: 'demo',
  endpoint: 'https://api.example.com:6443',
  kubernetes: '1.34.1',
  dnsDomain: 'demo.example.com',
};
const options = {
  installDisk: '/dev/vda',
  installImage: 'factory.example.com/metal-installer/a:v1',
  certSANs: ['192.0.2.9'],
};

/** `talosctl gen config` from a bundle of ours, as a file: the same documents as ours, under every contract, in both roles. */
export async function generation(talosctl: Talosctl, tally: Tally, bundles: Bundles) {
  await talosctl.each(contracts, async (contract) => {
    const secrets = bundles.of(contract);
    const file = talosctl.write(formatBundle(secrets));
    const output = join(talosctl.folder, contract);
    const { status, stderr } = await talosctl.run([
      ...['gen', 'config', cluster.name, cluster.endpoint, '--with-secrets', file, '--output', output],
      ...[
        '--talos-version',
        `v${contract}`,
        '--kubernetes-version',
        cluster.kubernetes,
        '--dns-domain',
        cluster.dnsDomain,
      ],
      ...['--install-disk', options.installDisk, '--install-image', options.installImage],
      ...['--additional-sans', options.certSANs.join(), '--with-docs=false', '--with-examples=false'],
    ]);
    for (const role of roles) {
      const ours = parseDocuments(
        emitDocuments(generateConfig({ contract: contractOf(contract), role, cluster, secrets, options })),
      );
      const name = `gen config: contract ${contract}, ${role}`;
      const path = join(output, role === 'worker' ? 'worker.yaml' : 'controlplane.yaml');
      const theirs = status === 0 ? parseDocuments(readFileSync(path, 'utf8')) : [];
      tally.check(name, isDeepStrictEqual(ours, theirs), () => stderr.trim() || firstDifference(ours, theirs));
    }
    talosctl.remove(file);
    talosctl.remove(output);
  });
}
