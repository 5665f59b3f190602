import type { Command } from 'commander';
import { parseBundle, rotateTalosconfig } from '../../lib/secrets';
import { secretPaths } from '../../lib/talos';
import { loadProject } from '../project';
import { printReport } from '../synth';
import { clusterWithSecrets, openBundle, sealed, write } from './bundle';
import { lifetime, roles, type CredentialFlags } from './credential-flags';

/** `plinth secrets rotate`: new credentials, or new data keys. */
export function rotate(group: Command): void {
  group
    .command('rotate')
    .description("issue a new certificate in the cluster's talosconfig; with --data-keys, encrypt every file anew")
    .argument('<cluster>', 'cluster, by name or group/name')
    .addOption(roles('those of the present certificate'))
    .addOption(lifetime())
    .option('--data-keys', 'encrypt all of its files with new data keys, which those who left do not know')
    .action(async (name: string, flags: CredentialFlags & { dataKeys?: boolean }) => {
      const project = loadProject();
      const cluster = clusterWithSecrets(project, name);
      const { bundle: source, talosconfig } = secretPaths(cluster);
      const all = flags.dataKeys === true;
      const report = await write(project, cluster, {
        world: {
          remake: (path) => all || path === talosconfig,
          newDataKeys: all,
          ...(all ? { made: await sealed(cluster, await openBundle(project, cluster)) } : {}),
        },
        instead: (secret) =>
          secret.path !== talosconfig
            ? secret
            : {
                ...secret,
                plainText: (opened) => {
                  const current = secret.plainText(opened);
                  const authority = parseBundle(opened.textOf(source)).certs.os;
                  const options = { talos: cluster.versions.talos, roles: flags.roles, lifetime: flags.lifetime };
                  return rotateTalosconfig(current, authority, options, { entropy: opened.random, now: opened.now });
                },
              },
      });
      printReport(report, project.tree);
    });
}
