import type { Artifact } from '../../artifact';
import { type ArgoCd, DefinitionError, type Cluster } from '../../cluster';
import type { GitOpsEngine } from '../engine';
import { sopsRules, valueRules } from '../sops-rules';
import { appOfAppsFiles } from './app-of-apps-files';
import { appOfAppsDeliveries } from './app-of-apps-layout';
import { applicationSetDeliveries, applicationSetPaths } from './application-set-layout';
import { installFiles, isInstalledByPlatform } from './install';
import { folderFiles, folderSecrets } from './delivered-folders';
import { argoCdNeeds } from './needs';
import { renderedCharts } from './rendered-charts';
import { argoCdProblems } from './problems';

/** Argo CD as a GitOps engine, in the layout that the cluster names. */
export const argoCdEngine: GitOpsEngine<ArgoCd> = {
  problems: argoCdProblems,
  deliveries: (cluster) =>
    cluster.gitops.layout.kind === 'application-set' ? applicationSetDeliveries(cluster) : appOfAppsDeliveries(cluster),
  files: argoCdFiles,
  charts: renderedCharts,
  needs: argoCdNeeds,
  secrets: folderSecrets,
};

/**
 * The files of Argo CD beside its own objects: wrapper charts, its installation, `.sops.yaml`.
 *
 * @throws DefinitionError with everything that the layout cannot carry
 */
export function argoCdFiles(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  requireDeliverable(cluster);
  return [
    sopsRules(cluster),
    ...valueRules(cluster, folderSecrets(cluster)),
    ...(cluster.gitops.layout.kind === 'application-set' ? applicationSetFiles(cluster) : appOfAppsFiles(cluster)),
    ...folderFiles(cluster),
  ];
}

function applicationSetFiles(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  return isInstalledByPlatform(cluster) ? [] : installFiles(cluster, applicationSetPaths(cluster).install);
}

/** @throws DefinitionError with everything that the layout cannot carry */
export function requireDeliverable(cluster: Cluster<ArgoCd>): void {
  const problems = argoCdProblems(cluster);
  if (problems.length > 0) throw new DefinitionError(cluster.name, problems);
}
