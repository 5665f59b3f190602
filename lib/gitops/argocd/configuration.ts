import { secretDelivery, type ArgoCd, type Cluster, type JsonObject } from '../../cluster';
import { emitValue } from '../../yaml';
import { ksopsBuildOptions } from '../secrets';
import { healthCustomizations } from './health';
import { clientSecret } from './login';

/** Argo CD's configuration, by ConfigMap: what the cluster knows, over what the installation brings. */
export function configuration(cluster: Cluster<ArgoCd>): ReadonlyMap<string, JsonObject> {
  const { server } = cluster.gitops;
  const maps = new Map<string, JsonObject>([
    [
      'argocd-cm',
      {
        ...healthCustomizations(cluster),
        url: server?.url,
        'oidc.config': server?.login === undefined ? undefined : emitValue(oidcConfig(cluster)),
        'kustomize.buildOptions': secretDelivery(cluster) === 'ksops' ? ksopsBuildOptions : undefined,
      },
    ],
  ]);
  if (server?.route?.tls === 'gateway') maps.set('argocd-cmd-params-cm', { 'server.insecure': 'true' });
  const access = accessRules(cluster);
  if (access !== undefined) maps.set('argocd-rbac-cm', access);
  return maps;
}

/** Who may do what: whoever can log in can look, everything else takes a group. */
function accessRules({ oidc, gitops: { server } }: Cluster<ArgoCd>): JsonObject | undefined {
  if (oidc === undefined && server?.login === undefined) return undefined;
  const { groupsClaim = 'groups', usernameClaim = 'email' } = oidc ?? {};
  const lines = Object.entries(server?.login?.roles ?? {}).flatMap(([role, groups]) =>
    groups.map((group) => `g, ${group}, ${role}\n`),
  );
  return {
    'policy.default': 'role:readonly',
    scopes: `[${groupsClaim}, ${usernameClaim}]`,
    'policy.csv': lines.length === 0 ? undefined : lines.join(''),
  };
}

/** Source: Argo CD, "User management", existing OIDC provider. */
function oidcConfig({ oidc, gitops: { server } }: Cluster<ArgoCd>): JsonObject {
  const { name, issuerUrl = oidc?.issuerUrl, clientId, clientSecret: reference, scopes } = server?.login ?? {};
  return {
    name,
    issuer: issuerUrl,
    clientID: clientId,
    clientSecret: reference === undefined ? undefined : `$${clientSecret.name}:${clientSecret.key}`,
    enablePKCEAuthentication: reference === undefined ? true : undefined,
    requestedScopes: scopes,
  };
}
