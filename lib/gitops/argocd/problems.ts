import type { ArgoCd, Cluster, Problem } from '../../cluster';
import { engineStages } from '../../platform';
import { applicationSetDeliveries } from './application-set-layout';
import { rootApps, self } from './app-of-apps-layout';

/** Helm's limit for the name of a release. */
const longestRelease = 53;

/** Names of root apps that mean something else: a preset's App ID, and the values that every chart sees. */
const reserved = ['preset', 'global'];

/** What Argo CD cannot carry in the cluster's layout, though the definition is sound by itself. */
export function argoCdProblems(cluster: Cluster<ArgoCd>): readonly Problem[] {
  return cluster.gitops.layout.kind === 'application-set' ? applicationSetProblems(cluster) : appOfAppsProblems(cluster);
}

function applicationSetProblems(cluster: Cluster<ArgoCd>): Problem[] {
  const held = new Map<string, string>();
  return applicationSetDeliveries(cluster).flatMap(({ component, stage, name }) => {
    const id = `${component.namespace}/${component.name}`;
    const holder = held.get(name);
    held.set(name, holder ?? id);
    if (holder === undefined) return [];
    return [
      {
        path: `platform.${stage.name}.${component.name}`,
        what: `its Application would have the name of that of ${holder}`,
        got: name,
        fix: 'rename one of the two, or move it to another namespace',
      },
    ];
  });
}

function appOfAppsProblems(cluster: Cluster<ArgoCd>): Problem[] {
  const stages = engineStages(cluster)
    .filter((stage) => reserved.includes(stage.name))
    .map((stage) => ({
      path: `platform.${stage.name}`,
      what: 'the name has a meaning of its own among root apps',
      got: stage.name,
      allowed: `any but ${reserved.join(', ')}`,
      fix: 'rename the stage',
    }));
  const children = rootApps(cluster).flatMap((root) =>
    root.children.flatMap(({ name, id, content }, index): Problem[] => {
      const path = `platform.${root.name}.${name}`;
      const problems: Problem[] = [];
      // of two, the user's component is the one to change
      const twin = root.children.findIndex((other) => other.name === name) < index;
      if (twin)
        problems.push({
          path,
          what: 'two child apps of one App ID',
          got: id,
          allowed: root.name === self.root ? `any name but ${self.clusterApi} and ${self.rootApps}, once in a stage` : 'each name once in a stage',
          fix: 'rename one of the two, or move it to another stage',
        });
      if (content.kind === 'component' && name.length > longestRelease)
        problems.push({
          path,
          what: `too long a name for a Helm release (${String(name.length)} characters)`,
          got: name,
          allowed: `${String(longestRelease)} characters or fewer`,
          fix: 'shorten it',
        });
      return problems;
    }),
  );
  return [...stages, ...children];
}
