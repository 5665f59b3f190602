import { App as Cdk8sApp } from 'cdk8s';
import { chartsFor } from '../charts';
import type { Artifact, ChartArtifact, SecretArtifact } from '../lib/artifact';
import { addonProblems, clusterApiFiles, credentialFiles, credentialRules, withPreviousGenerations } from '../lib/capi';
import { formatProblem, isManaged, listProblems, type Cluster } from '../lib/cluster';
import { engineOf } from '../lib/gitops';
import { platformProblems } from '../lib/platform';
import { talhelperFiles, talosFiles, talosSecretFiles } from '../lib/talos';
import { stackArtifact, StackRoot } from '../lib/terraform';
import { packerFiles } from '../lib/terraform/hetzner';
import { stacksFor } from '../stacks';
import { ProblemsError } from './project';

/**
 * Every file of a cluster that can be read, as data: the renderings, one after the other.
 *
 * @param textOf text of a file of the tree as it stands, of which templates in use are kept. @default - there is no tree
 * @throws ProblemsError with everything of its stages that nobody can carry
 */
export function artifactsOf(
  cluster: Cluster,
  textOf: (path: string) => string | undefined = () => undefined,
): readonly Artifact[] {
  requireCarried(cluster);
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

/** What is wrong with the platform, and what the engine and Cluster API cannot carry, together: each rendering alone would tell its own and stop. */
function requireCarried(cluster: Cluster): void {
  const problems = [
    ...platformProblems(cluster).map(formatProblem),
    ...engineOf(cluster).problems().map(formatProblem),
    ...(isManaged(cluster) ? addonProblems(cluster) : []),
  ];
  if (problems.length > 0) throw new ProblemsError([listProblems(cluster.name, problems)]);
}

/** Every file of a cluster that holds a chart's manifests. */
export function chartArtifactsOf(cluster: Cluster): readonly ChartArtifact[] {
  return engineOf(cluster).charts();
}

/** Every file of a cluster that is written encrypted. */
export function secretArtifactsOf(cluster: Cluster): readonly SecretArtifact[] {
  return [...talosSecretFiles(cluster), ...credentialFiles(cluster), ...engineOf(cluster).secrets()];
}
