import type { Artifact } from '../../artifact';
import type { ArgoCd, Cluster, JsonObject } from '../../cluster';
import { argoCdNamespace } from './application';
import { applicationHealth, applicationHealthKey } from './application-health';

/** Argo CD's own installation for a whole cluster. Source: Argo CD, `manifests/cluster-install`. */
function upstream(version: string): string {
  return `github.com/argoproj/argo-cd//manifests/cluster-install?ref=${version}`;
}

/** The Kustomize folder by which Argo CD installs itself: its own manifests, patched with what the cluster knows. */
export function installFiles(cluster: Cluster<ArgoCd>, directory: string): readonly Artifact[] {
  const patches = configurationPatches(cluster);
  const file = (path: string, document: JsonObject): Artifact => ({
    path: `${directory}/${path}`,
    owner: cluster.id,
    body: { format: 'yaml', documents: [document] },
  });
  const pathOf = (name: string): string => `patches/${name}.yaml`;
  return [
    file('kustomization.yaml', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: argoCdNamespace,
      resources: [upstream(cluster.gitops.version)],
      patches: [...patches.keys()].map((name) => ({ path: pathOf(name) })),
    }),
    ...[...patches].map(([name, data]) =>
      file(pathOf(name), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }),
    ),
  ];
}

/** What is changed in Argo CD's configuration, by ConfigMap. */
function configurationPatches({ oidc }: Cluster<ArgoCd>): ReadonlyMap<string, JsonObject> {
  const patches = new Map<string, JsonObject>([['argocd-cm', { [applicationHealthKey]: applicationHealth }]]);
  if (oidc !== undefined) {
    patches.set('argocd-rbac-cm', {
      // who can log in can look; everything else takes a group
      'policy.default': 'role:readonly',
      scopes: `[${oidc.groupsClaim}, ${oidc.usernameClaim}]`,
    });
  }
  return patches;
}
