import type { ArgoCd, Cluster, Problem } from '../../cluster';
import { engineStages } from '../../platform';
import { secretProblems } from '../secrets';
import { accessComponent } from './access';
import { applicationSetDeliveries, platformApplicationName } from './application-set-layout';
import { rootApps, self } from './app-of-apps-layout';
import { folderKind } from './component-folder';
import { isInstalledByPlatform } from './install';

/** Helm's limit for the name of a release. */
const longestRelease = 53;

/** Names of root apps that mean something else: a preset's App ID, and the values that every chart sees. */
const reserved = ['preset', 'global'];

/** What Argo CD cannot carry in the cluster's layout, though the definition is sound by itself. */
export function argoCdProblems(cluster: Cluster<ArgoCd>): readonly Problem[] {
  return [
    ...loginProblems(cluster),
    ...installProblems(cluster),
    ...secretProblems(cluster),
    ...(cluster.gitops.layout.kind === 'application-set'
      ? applicationSetProblems(cluster)
      : appOfAppsProblems(cluster)),
  ];
}

function loginProblems({ oidc, gitops: { server } }: Cluster<ArgoCd>): Problem[] {
  if (server?.login === undefined || server.login.issuerUrl !== undefined || oidc !== undefined) return [];
  return [
    {
      path: 'gitops.server.login.issuerUrl',
      what: 'nobody issues the login, and the cluster has no oidc to take it from',
      got: undefined,
      allowed: 'an address such as https://auth.example.com/',
      fix: 'name the issuer, or add oidc to the definition',
    },
  ];
}

/** What the definition says of an installation that is a component's. */
function installProblems(cluster: Cluster<ArgoCd>): Problem[] {
  if (!isInstalledByPlatform(cluster)) return [];
  const { replicas, resources, server } = cluster.gitops;
  const unread = { replicas, resources, server };
  return (['replicas', 'resources', 'server'] as const)
    .filter((name) => unread[name] !== undefined)
    .map((name) => ({
      path: `gitops.${name}`,
      what: 'a component of the platform installs Argo CD, and reads none of this',
      got: unread[name],
      allowed: 'nothing, beside a component that provides crd/argoproj.io',
      fix: 'give it to the component, or remove the component',
    }));
}

function applicationSetProblems(cluster: Cluster<ArgoCd>): Problem[] {
  const access = accessComponent(cluster);
  const held = new Map([
    ['argocd', 'Argo CD itself'],
    ['cluster-api', 'the machines'],
    ...(access === undefined
      ? []
      : [[platformApplicationName(access.namespace, access.name), 'the way in to Argo CD'] as const]),
  ]);
  return applicationSetDeliveries(cluster).flatMap(({ component, stage, name }) => {
    const id = `${component.namespace}/${component.name}`;
    const path = `platform.${stage.name}.${component.name}`;
    const holder = held.get(name);
    held.set(name, holder ?? id);
    return [
      ...(holder === undefined
        ? []
        : [
            {
              path,
              what: `its Application would have the name of that of ${holder}`,
              got: name,
              fix: 'rename one of the two, or move it to another namespace',
            },
          ]),
      ...(folderKind(component) === 'chart' ? releaseProblems(path, name) : []),
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
  const own = [accessComponent(cluster)?.name, self.clusterApi, self.rootApps].filter((name) => name !== undefined);
  const children = rootApps(cluster).flatMap((root) =>
    root.children.flatMap(({ name, id, content }, index): Problem[] => {
      const path = `platform.${root.name}.${name}`;
      // of two, the user's component is the one to change
      const twin = root.children.findIndex((other) => other.name === name) < index;
      return [
        ...(twin
          ? [
              {
                path,
                what: 'two child apps of one App ID',
                got: id,
                allowed:
                  root.name === self.root ? `any name but ${list(own)}, once in a stage` : 'each name once in a stage',
                fix: 'rename one of the two, or move it to another stage',
              },
            ]
          : []),
        ...(content.kind === 'component' && folderKind(content.component) === 'chart'
          ? releaseProblems(path, name)
          : []),
      ];
    }),
  );
  return [...stages, ...children];
}

function releaseProblems(path: string, name: string): Problem[] {
  if (name.length <= longestRelease) return [];
  return [
    {
      path,
      what: `too long a name for a Helm release (${String(name.length)} characters)`,
      got: name,
      allowed: `${String(longestRelease)} characters or fewer`,
      fix: 'shorten it',
    },
  ];
}

function list(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}
