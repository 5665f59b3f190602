import type { Artifact } from '../artifact';
import { secretReaders, treePaths, type Cluster } from '../cluster';

/** Files that SOPS encrypts: those that say so in their name. */
const encryptedFiles = '.*\\.sops\\.yaml$';

/** Keys whose values are encrypted; everything else of a Secret stays readable, so that it can be reviewed. */
const encryptedKeys = '^(data|stringData)$';

/** `.sops.yaml` of a cluster: for whom `sops` encrypts what is written below it. */
export function sopsRules(cluster: Cluster): Artifact {
  return {
    path: `${treePaths(cluster).root}/.sops.yaml`,
    owner: cluster.id,
    body: {
      format: 'yaml',
      documents: [
        {
          creation_rules: [
            // SOPS wants several recipients as one text
            { path_regex: encryptedFiles, encrypted_regex: encryptedKeys, age: secretReaders(cluster).join(',') },
          ],
        },
      ],
    },
  };
}
