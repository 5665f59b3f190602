import type { Artifact, SecretArtifact } from '../artifact';
import { isManaged, secretDelivery, treePaths, type Cluster } from '../cluster';
import { sopsConfigFile } from '../secrets';
import { byHandFolder } from './secrets/by-hand';
import { sopsSecretEnding, sopsSecretSuffix } from './secrets/sops-secret';

/** `.sops.yaml` of a cluster: for whom `sops` encrypts what is written below it, which files say in their name. */
export function sopsRules(cluster: Cluster): Artifact {
  const sopsSecrets = {
    paths: `.*${sopsSecretEnding.replaceAll('.', '\\.')}$`,
    encrypt: { suffix: sopsSecretSuffix },
  };
  return sopsConfigFile(cluster, treePaths(cluster).root, [
    { paths: '.*\\.sops\\.yaml$', encrypt: 'secret data' },
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
  return [
    sopsConfigFile(cluster, folder, [
      { paths: `^${byHandFolder}/`, encrypt: 'secret data' },
      { paths: '\\.sops\\.yaml$', encrypt: 'all' },
    ]),
  ];
}
