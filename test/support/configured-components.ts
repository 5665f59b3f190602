import { defineCluster, secret, talos, type Component } from '../../lib/cluster';
import {
  certificateAuthority,
  certManager,
  cilium,
  ciliumNetworks,
  cloudflared,
  clusterIssuers,
  clusterSecretStore,
  coredns,
  defaultDeny,
  envoyGateway,
  externalDns,
  externalSecretsOperator,
  gatewayApi,
  gatewayApiExperimental,
  gateways,
  hcloudCsi,
  ingressNginx,
  isolated,
  k8sGateway,
  kyverno,
  letsEncrypt,
  metricsServer,
  oidcRbac,
  olmv1Catalogs,
  reloader,
  selfSigned,
  sopsSecretsOperator,
  spegel,
  tenant,
  vault,
  vsphereCpi,
  vsphereCsi,
} from '../../lib/platform';
import { definition } from './definition';

/** A cluster that has all that some component asks of its cluster. */
export const contractCluster = defineCluster({
  ...definition(),
  oidc: { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' },
  system: talos({
    keepImageLayers: true,
    apiAccess: {
      namespaces: ['etcd-backup', 'kube-system', 'system', 'system-upgrade', 'tuppr-system'],
      roles: ['os:admin', 'os:etcd:backup', 'os:reader'],
    },
  }),
});

/** Components with most of their settings in use, by the name of their function. */
export const configured: Readonly<Record<string, () => Component>> = {
  certManager: () =>
    certManager({
      featureGates: { ExperimentalGatewayAPISupport: true, AdditionalCertificateOutputFormats: false },
      dns01Nameservers: ['1.1.1.1:53', '8.8.8.8:53'],
      gatewayApi: true,
      ownSecrets: true,
    }),
  cilium: () =>
    cilium({
      hubble: true,
      gatewayApi: true,
      kubeProxyReplacement: 'true',
      routing: 'native',
      loadBalancing: { algorithm: 'maglev', mode: 'dsr' },
      l2Announcements: true,
      bgp: true,
      bpfMasquerade: false,
      operatorReplicas: 1,
      apiHost: 'localhost',
      capabilities: ['PERFMON', 'BPF'],
    }),
  ciliumNetworks: () =>
    ciliumNetworks({
      pools: {
        services: { blocks: [{ cidr: '198.51.100.0/24' }], firstAndLast: false },
        edge: { blocks: [{ start: '203.0.113.8', stop: '203.0.113.9' }], services: { edge: 'true' } },
      },
      l2: {
        all: { interfaces: ['^eth[0-9]+'], nodes: { role: 'edge' }, services: { edge: 'true' }, externalIps: true },
      },
      bgp: { asn: 64513, peers: [{ address: '192.0.2.1', asn: 64512 }], nodes: { bgp: 'true' } },
    }),
  cloudflared: () =>
    cloudflared({
      routes: [
        { host: '*.example.com', service: 'https://envoy.network.svc:443', serverName: 'external.example.com' },
        { host: 'plain.example.com', service: 'http://plain.network.svc:80' },
      ],
    }),
  clusterIssuers: () =>
    clusterIssuers({
      issuers: {
        'letsencrypt-prod': letsEncrypt({ email: 'ops@example.com', zones: ['example.com'] }),
        'letsencrypt-staging': letsEncrypt({ staging: true }),
        internal: certificateAuthority({ certificate: secret('ca-certificate'), key: secret('ca-key') }),
        'self-signed': selfSigned(),
      },
    }),
  clusterSecretStore: () =>
    clusterSecretStore({
      name: 'outside',
      server: 'https://vault.example.com',
      path: 'kv',
      version: 'v1',
      auth: { kind: 'kubernetes', role: 'external-secrets' },
    }),
  coredns: () => coredns({ replicas: 3, upstreams: ['192.0.2.53'] }),
  defaultDeny: () => defaultDeny({ internet: [] }),
  envoyGateway: () => envoyGateway({ replicas: 2, extensionApis: { enableBackend: true } }),
  externalDns: () => externalDns({ sources: ['gateway-httproute', 'crd'], domains: ['example.com'], proxied: true }),
  externalSecretsOperator: () => externalSecretsOperator({ replicas: 2 }),
  gatewayApi: () => gatewayApi({ tag: 'v1.6.1' }),
  gatewayApiExperimental: () => gatewayApiExperimental({ tag: 'v1.4.0' }),
  gateways: () =>
    gateways({
      gateways: {
        'envoy-gateway': {
          issuer: 'letsencrypt-prod',
          listeners: {
            http: { protocol: 'HTTP' },
            https: { protocol: 'HTTPS', host: '*.example.com' },
            tls: { protocol: 'TLS', port: 8443, passthrough: true, routes: 'Same' },
          },
          loadBalancer: { 'load-balancer.hetzner.cloud/location': 'nbg1' },
        },
        internal: {
          namespace: 'network',
          listeners: { tcp: { protocol: 'TCP', port: 5432 }, tls: { protocol: 'TLS', certificate: 'own' } },
          addresses: ['198.51.100.4'],
        },
      },
      className: 'eg',
      replicas: 2,
      accessLog: { service: 'otel-gateway', namespace: 'observability', resources: { 'k8s.cluster.name': 'edge' } },
    }),
  gatewaysOfCilium: () =>
    gateways({ controller: 'cilium', gateways: { public: { listeners: { http: { protocol: 'HTTP' } } } } }),
  hcloudCsi: () => hcloudCsi({ defaultStorageClass: false, reclaimPolicy: 'Retain' }),
  ingressNginx: () =>
    ingressNginx({ replicas: 2, defaultClass: true, loadBalancer: { a: 'b' }, defaultCertificate: 'web/default' }),
  isolatedByCilium: () =>
    isolated(certManager(), { with: 'cilium', more: { from: [{ peer: { namespace: 'observability' } }] } }),
  isolatedByKubernetes: () =>
    isolated(metricsServer(), { with: 'kubernetes', pods: { 'app.kubernetes.io/name': 'metrics-server' } }),
  k8sGateway: () => k8sGateway({ domain: 'example.com', address: '198.51.100.3', resources: ['HTTPRoute', 'Ingress'] }),
  kyverno: () => kyverno({ replicas: 3, excludedNamespaces: ['flux-system'] }),
  oidcRbac: () => oidcRbac({ groups: { 'cluster-admin': ['ops'] } }),
  olmv1Catalogs: () =>
    olmv1Catalogs({
      catalogs: {
        own: { image: `registry.example.com/catalog@sha256:${'0'.repeat(64)}`, priority: 10 },
        operatorhubio: { image: 'quay.io/operatorhubio/catalog:latest', pollMinutes: 10 },
      },
    }),
  reloader: () => reloader({ all: true, strategy: 'env-vars' }),
  sopsSecretsOperator: () => sopsSecretsOperator({ pullSecret: secret('registry') }),
  spegel: () => spegel({ registries: ['https://docker.io'] }),
  tenant: () =>
    tenant({
      name: 'shop',
      groups: { edit: ['shop', 'a-team'], view: ['support'] },
      podSecurity: 'baseline',
      quota: { pods: '20' },
      containers: { requests: { cpu: '50m' }, limits: { memory: '1Gi' } },
      gatewayNamespaces: [],
    }),
  vault: () => vault({ replicas: 3, storage: { size: '20Gi', storageClass: 'vsphere' }, injector: true }),
  vsphereCpi: () =>
    vsphereCpi({
      vcenter: { server: 'vcenter.example.com', datacenter: 'dc', thumbprint: 'AB:CD' },
      credentials: { username: secret('cpi-user'), password: secret('cpi-password') },
      labels: { region: 'k8s-region', zone: 'k8s-zone' },
    }),
  vsphereCsi: () => vsphereCsi({ storageClass: { policy: 'gold', default: false } }),
};
