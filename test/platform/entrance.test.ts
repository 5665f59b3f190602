import { describe, expect, it } from 'vitest';
import { defineCluster, secret, type JsonObject } from '../../lib/cluster';
import {
  certificateAuthority,
  certManager,
  cloudflared,
  clusterIssuers,
  externalDns,
  gateways,
  ingressNginx,
  k8sGateway,
  letsEncrypt,
  selfSigned,
} from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('certManager', () => {
  it('asks resolvers past the cluster’s own, and no other', () => {
    expect(certManager({ dns01Nameservers: ['1.1.1.1:53', '8.8.8.8:53'] }).values?.(cluster)).toMatchObject({
      dns01RecursiveNameservers: '1.1.1.1:53,8.8.8.8:53',
      dns01RecursiveNameserversOnly: true,
    });
  });

  it('spells feature gates as one text', () => {
    const featureGates = { ExperimentalGatewayAPISupport: true, AdditionalCertificateOutputFormats: false };
    expect(certManager({ featureGates }).values?.(cluster).featureGates).toBe(
      'AdditionalCertificateOutputFormats=false,ExperimentalGatewayAPISupport=true',
    );
  });

  it('makes certificates for Gateways only on request, and then waits for their kinds', () => {
    expect(certManager().provides).not.toContain('gateway-certificates');
    const made = certManager({ gatewayApi: true, values: { config: { logging: { verbosity: 2 } } } });
    expect(made.provides).toContain('gateway-certificates');
    expect(made.requires).toContain('crd/gateway.networking.k8s.io/Gateway');
    expect(made.values?.(cluster).config).toMatchObject({ enableGatewayAPI: true, logging: { verbosity: 2 } });
  });
});

describe('clusterIssuers', () => {
  it('asks Let’s Encrypt with DNS-01 records at Cloudflare, whose token is a reference', () => {
    const made = clusterIssuers({
      issuers: {
        prod: letsEncrypt({ email: 'ops@example.com', zones: ['example.com'] }),
        staging: letsEncrypt({ staging: true }),
      },
    });
    const [prod, staging] = (made.objects?.(cluster) ?? []).map(({ spec }) => plain((spec as JsonObject).acme));
    const solver = { dns01: { cloudflare: { apiTokenSecretRef: { name: 'cloudflare-api-token', key: 'api-token' } } } };
    expect(prod).toEqual({
      email: 'ops@example.com',
      server: 'https://acme-v02.api.letsencrypt.org/directory',
      privateKeySecretRef: { name: 'prod' },
      solvers: [{ selector: { dnsZones: ['example.com'] }, ...solver }],
    });
    expect(staging).toEqual({
      server: 'https://acme-staging-v02.api.letsencrypt.org/directory',
      privateKeySecretRef: { name: 'staging' },
      solvers: [solver],
    });
    // one Secret for both
    expect(made.secrets?.(cluster)).toEqual([
      { name: 'cloudflare-api-token', data: { 'api-token': secret('cloudflare-api-token') } },
    ]);
    expect(made.provides).toEqual(['cluster-issuer/prod', 'cluster-issuer/staging']);
  });

  it('signs with an authority of one’s own', () => {
    const internal = certificateAuthority({ certificate: secret('ca'), key: secret('ca-key') });
    const made = clusterIssuers({ issuers: { internal, self: selfSigned() } });
    expect(made.objects?.(cluster).map(({ spec }) => spec)).toEqual([
      { ca: { secretName: 'internal-ca' } },
      { selfSigned: {} },
    ]);
    expect(made.secrets?.(cluster)).toEqual([
      {
        name: 'internal-ca',
        type: 'kubernetes.io/tls',
        data: { 'tls.crt': secret('ca'), 'tls.key': secret('ca-key') },
      },
    ]);
  });

  it('fails where two issuers want one Secret with two contents', () => {
    const issuers = { a: letsEncrypt(), b: letsEncrypt({ cloudflareToken: secret('another') }) };
    expect(() => clusterIssuers({ issuers }).secrets?.(cluster)).toThrow(/got two contents of cloudflare-api-token/);
  });
});

describe('gateways', () => {
  const made = gateways({
    gateways: {
      public: {
        issuer: 'prod',
        listeners: {
          http: { protocol: 'HTTP' },
          https: { protocol: 'HTTPS', host: '*.example.com' },
          tls: { protocol: 'TLS', port: 8443, passthrough: true, routes: 'Same' },
        },
        addresses: ['198.51.100.4', '198.51.100.5'],
        loadBalancer: { 'load-balancer.hetzner.cloud/location': 'nbg1' },
      },
    },
    accessLog: { service: 'otel-gateway', namespace: 'observability' },
  });
  const [proxy, gatewayClass, gateway] = (plain(made.objects?.(cluster)) ?? []) as {
    kind: string;
    metadata: { name: string; namespace?: string; annotations?: object };
    spec: JsonObject;
  }[];

  it('have a class whose parameters are the proxies’ configuration', () => {
    expect(gatewayClass?.spec.parametersRef).toEqual({
      group: 'gateway.envoyproxy.io',
      kind: proxy?.kind,
      name: proxy?.metadata.name,
      namespace: proxy?.metadata.namespace,
    });
    expect(gateway?.spec.gatewayClassName).toBe(gatewayClass?.metadata.name);
  });

  it('ask for certificates and load balancers by annotation', () => {
    expect(gateway?.metadata.annotations).toEqual({ 'cert-manager.io/cluster-issuer': 'prod' });
    expect(gateway?.spec.infrastructure).toEqual({
      annotations: {
        'load-balancer.hetzner.cloud/location': 'nbg1',
        'lbipam.cilium.io/ips': '198.51.100.4,198.51.100.5',
      },
    });
    expect(made.requires).toContain('gateway-certificates');
    expect(made.requires).toContain('cluster-issuer/prod');
  });

  it('end TLS where they are told to, on the usual ports', () => {
    const everyone = { namespaces: { from: 'All' } };
    expect(gateway?.spec.listeners).toEqual([
      { name: 'http', protocol: 'HTTP', port: 80, allowedRoutes: everyone },
      {
        name: 'https',
        protocol: 'HTTPS',
        port: 443,
        hostname: '*.example.com',
        tls: { mode: 'Terminate', certificateRefs: [{ kind: 'Secret', name: 'public-https-tls' }] },
        allowedRoutes: everyone,
      },
      {
        name: 'tls',
        protocol: 'TLS',
        port: 8443,
        tls: { mode: 'Passthrough' },
        allowedRoutes: { namespaces: { from: 'Same' } },
      },
    ]);
  });

  it('send their access logs to a collector', () => {
    expect(proxy?.spec.telemetry).toEqual({
      accessLog: {
        settings: [
          {
            sinks: [
              {
                type: 'OpenTelemetry',
                openTelemetry: { backendRefs: [{ name: 'otel-gateway', namespace: 'observability', port: 4317 }] },
              },
            ],
          },
        ],
      },
    });
  });

  it('are Cilium’s without a class of their own', () => {
    const cilium = gateways({
      controller: 'cilium',
      gateways: { public: { listeners: { http: { protocol: 'HTTP' } } } },
    });
    expect(cilium.objects?.(cluster).map(({ kind }) => kind)).toEqual(['Gateway']);
    expect(cilium.requires).toContain('gateway-class/cilium');
    expect(cilium.requires.join()).not.toContain('envoy');
  });

  it('fail for a listener without a usual port', () => {
    const listeners = { db: { protocol: 'TCP' } } as const;
    expect(() => gateways({ gateways: { public: { listeners } } }).objects?.(cluster)).toThrow(
      /listener db of gateway public .*got protocol TCP; add port/,
    );
  });
});

describe('names and tunnels', () => {
  it('externalDns marks its records with the name of the cluster', () => {
    expect(externalDns().values?.(cluster)).toMatchObject({
      provider: { name: 'cloudflare' },
      txtOwnerId: 'edge',
      policy: 'upsert-only',
      env: [
        {
          name: 'CF_API_TOKEN',
          valueFrom: { secretKeyRef: { name: 'external-dns-credentials', key: 'CF_API_TOKEN' } },
        },
      ],
    });
    expect(externalDns().secrets?.(cluster)).toEqual([
      { name: 'external-dns-credentials', data: { CF_API_TOKEN: secret('cloudflare-api-token') } },
    ]);
  });

  it('externalDns has the credentials of its provider, or none', () => {
    expect(externalDns({ provider: 'webhook' }).secrets?.(cluster)).toEqual([]);
    const credentials = { HETZNER_TOKEN: secret('hetzner-dns') };
    expect(externalDns({ provider: 'hetzner', credentials }).secrets?.(cluster)[0]?.data).toEqual(credentials);
  });

  it('externalDns and k8sGateway wait for the kinds of route that they read', () => {
    expect(externalDns().requires).toEqual([]);
    expect(externalDns({ sources: ['gateway-tlsroute'] }).requires).toContain('crd/gateway.networking.k8s.io/TLSRoute');
    expect(k8sGateway().requires).toContain('crd/gateway.networking.k8s.io/HTTPRoute');
    expect(k8sGateway({ resources: ['Ingress'] }).requires).toEqual([]);
  });

  it('cloudflared ends its routes with one that matches everything', () => {
    const values = cloudflared({ routes: [{ host: '*.example.com', service: 'http://a' }] }).values?.(cluster);
    const config = (values?.configMaps as { config: { data: Record<string, string> } }).config.data['config.yaml'];
    expect(JSON.parse(config ?? '')).toEqual({
      ingress: [{ hostname: '*.example.com', service: 'http://a' }, { service: 'http_status:404' }],
    });
    expect(cloudflared().values?.(cluster)).not.toHaveProperty('configMaps');
  });

  it('ingressNginx changes only what is asked for', () => {
    expect(ingressNginx().values?.(cluster)).toEqual({});
    expect(ingressNginx({ defaultClass: true }).values?.(cluster)).toEqual({
      controller: { ingressClassResource: { default: true } },
    });
  });
});
