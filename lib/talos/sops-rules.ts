import type { Artifact } from '../artifact';
import { treePaths, type Cluster } from '../cluster';
import { sopsConfigFile } from '../secrets';
import { holdsSecrets } from './secret-files';

/**
 * `.sops.yaml` of a cluster's Talos folder: its encrypted files are whole, since what of a configuration is secret differs
 * between the versions of Talos; the plain patches beside them are for reading. It rules what synthesis encrypts, too.
 */
export function talosSopsRules(cluster: Cluster): readonly Artifact[] {
  if (!holdsSecrets(cluster)) return [];
  return [sopsConfigFile(cluster, treePaths(cluster).talos, [{ paths: '\\.sops\\.yaml$', encrypt: 'all' }])];
}
