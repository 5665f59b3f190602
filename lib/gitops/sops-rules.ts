import type { Artifact, SecretArtifact } from '../artifact';
import { isManaged, secretDelivery, secretReaders, treePaths, type Cluster } from '../cluster';
import { byHandFolder } from './secrets/by-hand';
import { sopsSecretEnding, sopsSecretSuffix } from './secrets/sops-secret';

/** Files that SOPS encrypts: those that say so in their name. */
const encryptedFiles = '.*\\.sops\\.yaml$';

/** Keys whose values are encrypted; everything else of a Secret stays readable, so that it can be reviewed. */
const encryptedKeys = '^(data|stringData)$';

/** `.sops.yaml` of a cluster: for whom `sops` encrypts what is written below it. */
export function sopsRules(cluster: Cluster): Artifact {
  // SOPS wants several recipients as one text
  const age = secretReaders(cluster).join(',');
  const sopsSecrets = {
    path_regex: `.*${sopsSecretEnding.replaceAll('.', '\\.')}$`,
    encrypted_suffix: sopsSecretSuffix,
    age,
  };
  return rulesFile(cluster, treePaths(cluster).root, [
    { path_regex: encryptedFiles, encrypted_regex: encryptedKeys, age },
    ...(secretDelivery(cluster) === 'sops-secrets' ? [sopsSecrets] : []),
  ]);
}

/**
 * `.sops.yaml` of the values that a cluster's encrypted files are made from, where there are any: values whole, and of the
 * Kubernetes Secrets beside them the data. Where Cluster API manages the machines, its credentials bring the file.
 */
export function valueRules(cluster: Cluster, secrets: readonly SecretArtifact[]): readonly Artifact[] {
  const folder = treePaths(cluster).secrets;
  const paths = secrets.flatMap(({ path, sources }) => [path, ...sources.map((source) => source.path)]);
  if (isManaged(cluster) || !paths.some((path) => path.startsWith(`${folder}/`))) return [];
  const age = secretReaders(cluster).join(',');
  return [
    rulesFile(cluster, folder, [
      { path_regex: `^${byHandFolder}/`, encrypted_regex: encryptedKeys, age },
      { path_regex: '\\.sops\\.yaml$', age },
    ]),
  ];
}

function rulesFile({ id }: Cluster, folder: string, rules: readonly Readonly<Record<string, string>>[]): Artifact {
  return {
    path: `${folder}/.sops.yaml`,
    owner: id,
    body: { format: 'yaml', documents: [{ creation_rules: rules }] },
  };
}
