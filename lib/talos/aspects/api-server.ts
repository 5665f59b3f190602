import type { Cluster, JsonObject } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

type Oidc = NonNullable<Cluster['oidc']>;

/** Requests to aggregated APIs go to their pods: without kube-proxy a service address leads nowhere from the API server. */
const AGGREGATOR = { 'enable-aggregator-routing': 'true' };

/** The API server: aggregated APIs and OpenID Connect login. */
export const apiServer: Aspect = (target) => {
  if (!isControlPlane(target)) return [];
  const { oidc } = target.cluster;
  if (!hasKubernetesDocuments(target.contract)) {
    return [{ cluster: { apiServer: { extraArgs: { ...AGGREGATOR, ...(oidc && loginFlags(oidc)) } } } }];
  }
  const login = oidc && document('KubeAuthenticationConfig', { configuration: loginConfiguration(oidc) });
  return [document('KubeAPIServerConfig', { extraArgs: AGGREGATOR }), ...(login === undefined ? [] : [login])];
};

function loginFlags({ issuerUrl, clientId, usernameClaim, groupsClaim }: Oidc): JsonObject {
  return {
    'oidc-issuer-url': issuerUrl,
    'oidc-client-id': clientId,
    'oidc-username-claim': usernameClaim,
    'oidc-groups-claim': groupsClaim,
  };
}

/**
 * The flags' meaning as an AuthenticationConfiguration: from contract 1.14 Talos refuses `oidc-` flags.
 * Talos replaces the configuration as a whole, so the anonymous probes of its default stand here as well.
 * Source: Kubernetes `apiserver.config.k8s.io`, Talos `types/k8s/authentication.go`.
 */
function loginConfiguration({ issuerUrl, clientId, usernameClaim, groupsClaim }: Oidc): JsonObject {
  return {
    anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }] },
    jwt: [
      {
        issuer: { url: issuerUrl, audiences: [clientId] },
        claimMappings: {
          // the flags prefix every user name but an e-mail address with the issuer
          username: { claim: usernameClaim, prefix: usernameClaim === 'email' ? '' : `${issuerUrl}#` },
          groups: { claim: groupsClaim, prefix: '' },
        },
      },
    ],
  };
}
