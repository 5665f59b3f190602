import { App as Cdk8sApp } from 'cdk8s';
import { chartsFor } from '../charts';
import type { Artifact, SecretArtifact } from '../lib/artifact';
import { clusterApiFiles, credentialFiles, credentialRules, withPreviousGenerations } from '../lib/capi';
import type { Cluster } from '../lib/cluster';
import { engineOf } from '../lib/gitops';
import { talhelperFiles, talosFiles, talosSecretFiles } from '../lib/talos';
import { stackArtifact, StackRoot } from '../lib/terraform';
import { packerFiles } from '../lib/terraform/hetzner';
import { stacksFor } from '../stacks';

/**
 * Every file of a cluster that can be read, as data: the renderings, one after the other.
 *
 * @param textOf text of a file of the tree as it stands, of which templates in use are kept. @default - there is no tree
 */
export function artifactsOf(
  cluster: Cluster,
  textOf: (path: string) => string | undefined = () => undefined,
): readonly Artifact[] {
  const artifacts = [
    ...stacksFor(new StackRoot(), cluster).map((stack) => stackArtifact(stack, cluster)),
    ...packerFiles(cluster),
    ...talosFiles(cluster),
    ...talhelperFiles(cluster),
    ...clusterApiFiles(cluster),
    ...credentialRules(cluster),
    ...engineOf(cluster).files(),
    ...chartsFor(new Cdk8sApp(), cluster).map((file) => file.toArtifact()),
  ];
  return withPreviousGenerations(cluster, artifacts, textOf);
}

/** Every file of a cluster that is written encrypted. */
export function secretArtifactsOf(cluster: Cluster): readonly SecretArtifact[] {
  return [...talosSecretFiles(cluster), ...credentialFiles(cluster), ...engineOf(cluster).secrets()];
}
