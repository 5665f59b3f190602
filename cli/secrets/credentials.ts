import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { newKubeconfig, newTalosconfig } from '../../lib/secrets';
import { talosEndpoints } from '../../lib/talos';
import { loadProject } from '../project';
import { clusterWithSecrets, openBundle } from './bundle';
import { lifetime, roles, type CredentialFlags } from './credential-flags';
import { writePrivate } from './private-file';

/** `plinth secrets talosconfig` and `kubeconfig`: credentials for a person, outside of the tree. */
export function credentials(group: Command): void {
  const issuance = () => ({ entropy: randomBytes, now: new Date() });
  group
    .command('talosconfig')
    .description('issue a talosconfig with a certificate of its own')
    .argument('<cluster>', 'cluster, by name or group/name')
    .requiredOption('--out <file>', 'new file outside of the project, readable by you alone')
    .addOption(roles('os:admin'))
    .addOption(lifetime())
    .action(async (name: string, { out, ...flags }: CredentialFlags & { out: string }) => {
      const project = loadProject();
      const cluster = clusterWithSecrets(project, name);
      const bundle = await openBundle(project, cluster);
      const options = { ...flags, endpoints: talosEndpoints(cluster) };
      writePrivate(project, out, newTalosconfig(cluster, bundle, options, issuance()));
    });
  group
    .command('kubeconfig')
    .description('issue a kubeconfig of an administrator with a certificate of its own')
    .argument('<cluster>', 'cluster, by name or group/name')
    .requiredOption('--out <file>', 'new file outside of the project, readable by you alone')
    .option('--user <name>', 'name of the user (default: admin)')
    .option('--groups <groups>', 'groups of the user, with commas between (default: system:masters)')
    .addOption(lifetime())
    .action(async (name: string, { out, user, groups, ...flags }: KubeconfigFlags) => {
      const project = loadProject();
      const cluster = clusterWithSecrets(project, name);
      const bundle = await openBundle(project, cluster);
      const options = { ...flags, commonName: user, groups: groups?.split(',').map((one) => one.trim()) };
      writePrivate(project, out, newKubeconfig(cluster, bundle, options, issuance()));
    });
}

interface KubeconfigFlags extends Pick<CredentialFlags, 'lifetime'> {
  readonly out: string;
  readonly user?: string;
  readonly groups?: string;
}
