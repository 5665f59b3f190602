import type { Artifact } from '../artifact';
import { secretReaders, treePaths, type Cluster } from '../cluster';
import { holdsSecrets } from './secret-files';

/**
 * `.sops.yaml` of a cluster's Talos folder: its encrypted files are whole, since what of a configuration is secret differs
 * between the versions of Talos; the plain patches beside them are for reading. It rules what synthesis encrypts, too.
 */
export function talosSopsRules(cluster: Cluster): readonly Artifact[] {
  if (!holdsSecrets(cluster)) return [];
  return [
    {
      path: `${treePaths(cluster).talos}/.sops.yaml`,
      owner: cluster.id,
      body: {
        format: 'yaml',
        documents: [{ creation_rules: [{ path_regex: '\\.sops\\.yaml$', age: secretReaders(cluster).join(',') }] }],
      },
    },
  ];
}
