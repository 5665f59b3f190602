import {
  placedComponents,
  secretDelivery,
  stage,
  type ArgoCd,
  type Cluster,
  type Component,
  type DeliveredSecret,
  type JsonObject,
  type SecretForm,
} from '../../cluster';
import { httpRoute } from '../../platform';
import { argoCdNamespace } from './application';
import { loginSecrets } from './login';

/** Service of Argo CD's pages, and its Secret with the certificate that Argo CD reads by itself. Source: Argo CD, TLS. */
const server = { service: 'argocd-server', certificate: 'argocd-server-tls', plain: 80, tls: 443 } as const;

/**
 * What lets people in to Argo CD: its route, its certificate, the Secret of its login. An Application apart from the
 * installation, since its kinds come with the platform, and the installation comes before that.
 */
export function accessComponent(cluster: Cluster<ArgoCd>): Component | undefined {
  const carried = accessSecrets(cluster).some(({ form }) => form !== 'by-hand');
  return cluster.gitops.server?.route === undefined && !carried ? undefined : access(cluster);
}

function access(cluster: Cluster<ArgoCd>): Component {
  return {
    name: 'argocd-access',
    namespace: argoCdNamespace,
    objects: () => routeObjects(cluster),
    secrets: () => loginSecrets(cluster),
    provides: [],
    requires: [],
  };
}

/** The Secrets of Argo CD's login, and how they get there. */
export function accessSecrets(cluster: Cluster<ArgoCd>): readonly DeliveredSecret[] {
  return placedComponents([stage('argocd', access(cluster))]).flatMap((by) =>
    loginSecrets(cluster).map((secret) => ({
      by,
      secret: { ...secret, namespace: argoCdNamespace },
      form: loginForm(cluster),
    })),
  );
}

/** Argo CD's own Secrets never come by what Argo CD itself decrypts. */
function loginForm(cluster: Cluster<ArgoCd>): SecretForm {
  const delivery = secretDelivery(cluster);
  return delivery === 'sops-secrets' || delivery === 'external-secrets' ? delivery : 'by-hand';
}

function routeObjects(cluster: Cluster<ArgoCd>): readonly JsonObject[] {
  const { route, url } = cluster.gitops.server ?? {};
  if (route === undefined || url === undefined) return [];
  const host = new URL(url).hostname;
  const ends = route.tls === 'gateway' ? server.plain : server.tls;
  const exposure = { gateway: route.gateway, hosts: [host] } as const;
  return [
    httpRoute(server.service, argoCdNamespace, exposure, { service: server.service, port: ends }),
    ...(route.tls === 'gateway' ? [] : serverTls()),
  ];
}

/** A certificate for the way from the gateway to Argo CD, which nobody else sees, and the order to check it. */
function serverTls(): readonly JsonObject[] {
  const name = server.service;
  const metadata = { name, namespace: argoCdNamespace };
  const host = `${server.service}.${argoCdNamespace}.svc`;
  return [
    { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata, spec: { selfSigned: {} } },
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata,
      spec: { secretName: server.certificate, dnsNames: [host], issuerRef: { kind: 'Issuer', name } },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'BackendTLSPolicy',
      metadata,
      spec: {
        targetRefs: [{ group: '', kind: 'Service', name }],
        validation: { caCertificateRefs: [{ group: '', kind: 'Secret', name: server.certificate }], hostname: host },
      },
    },
  ];
}
