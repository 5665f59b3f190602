import { App as Cdk8sApp } from 'cdk8s';
import { chartsFor } from '../charts';
import type { Artifact, SecretArtifact } from '../lib/artifact';
import { clusterApiFiles } from '../lib/capi';
import type { Cluster } from '../lib/cluster';
import { argoCdFiles } from '../lib/gitops/argocd';
import { talosFiles, talosSecretFiles } from '../lib/talos';
import { stackArtifact, StackRoot } from '../lib/terraform';
import { stacksFor } from '../stacks';

/** Every file of a cluster that can be read, as data: the renderings, one after the other. */
export function artifactsOf(cluster: Cluster): readonly Artifact[] {
  return [
    ...stacksFor(new StackRoot(), cluster).map((stack) => stackArtifact(stack, cluster)),
    ...talosFiles(cluster),
    ...clusterApiFiles(cluster),
    ...argoCdFiles(cluster),
    ...chartsFor(new Cdk8sApp(), cluster).map((file) => file.toArtifact()),
  ];
}

/** Every file of a cluster that is written encrypted. */
export function secretArtifactsOf(cluster: Cluster): readonly SecretArtifact[] {
  return talosSecretFiles(cluster);
}
