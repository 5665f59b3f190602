import { randomBytes } from 'node:crypto';
import { newTalosconfig } from '../../lib/secrets';
import type { Cluster } from '../../lib/cluster';
import { talosEndpoints } from '../../lib/talos';
import type { Tally } from '../tally';
import type { Bundles } from './targets';
import type { Talosctl } from './talosctl';

/** What talosctl says of the talosconfig of each cluster: its context, endpoints and roles, and that the certificate is new. */
export async function credentials(talosctl: Talosctl, tally: Tally, bundles: Bundles, clusters: readonly Cluster[]) {
  await talosctl.each(clusters, async (cluster) => {
    const endpoints = talosEndpoints(cluster);
    const issuance = { entropy: randomBytes, now: new Date() };
    const roles = ['os:admin', 'os:reader'];
    const text = newTalosconfig(cluster, bundles.of(cluster.versions.talos), { endpoints, roles }, issuance);
    const file = talosctl.write(text);
    const info = await talosctl.run(['--talosconfig', file, 'config', 'info', '--output', 'json']);
    const contexts = await talosctl.run(['--talosconfig', file, 'config', 'contexts']);
    const name = `talosconfig: ${cluster.id} ${cluster.versions.talos}`;
    tally.check(
      `${name}, info`,
      info.status === 0 && isOf(info.stdout, cluster.name, endpoints, roles),
      () => info.stderr + info.stdout,
    );
    tally.check(
      `${name}, contexts`,
      contexts.status === 0 && contexts.stdout.includes(cluster.name),
      () => contexts.stderr,
    );
    talosctl.remove(file);
  });
}

interface Info {
  readonly context: string;
  readonly endpoints: readonly string[];
  readonly roles: readonly string[];
  readonly certTTL: string;
}

function isOf(text: string, context: string, endpoints: readonly string[], roles: readonly string[]): boolean {
  const info = JSON.parse(text) as Info;
  return (
    info.context === context &&
    info.endpoints.join() === endpoints.join() &&
    [...info.roles].sort().join() === roles.join() &&
    /^(1 year|8759h)/.test(info.certTTL)
  );
}
