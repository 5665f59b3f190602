import {
  admissionControl,
  apiServer,
  auditPolicy,
  authentication,
  authorizer,
  certificateNames,
  controllerManager,
  coreDns,
  discoveryService,
  etcd,
  externalManifest,
  inlineManifest,
  kubelet,
  kubePrism,
  node,
  proxy,
  scheduler,
  staticPod,
  talosApiAccess,
} from '../../../../lib/talos';
import type { Choices, Samples } from './sample';

const flags = (random: Choices) =>
  random.maybe(() => ({ v: '2', 'feature-gates': random.chance(0.2) ? ['A=true', 'B=false'] : 'A=true,B=false' }));
const resources = (random: Choices) =>
  random.maybe(() => ({ requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } }));
const env = (random: Choices) => random.maybe(() => ({ GOGC: '50' }));
const image = (random: Choices, name: string) => random.maybe(() => `registry.example.com/${name}:v1.35.0`, 0.3);
const enabled = (random: Choices) => random.maybe(() => random.chance(0.5));

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cache' },
  spec: { containers: [{ name: 'cache', image: 'registry.example.com/cache:v1' }] },
};

/** Kubernetes and its components. */
export const kubernetesSamples: Samples = {
  kubelet: ({ random }) =>
    kubelet({
      image: image(random, 'kubelet'),
      config: random.maybe(() => ({ maxPods: 200, evictionHard: { 'memory.available': '200Mi' } })),
      extraArgs: flags(random),
      clusterDNS: random.maybe(() => ['10.96.0.10']),
      defaultRuntimeSeccompProfileEnabled: random.maybe(() => random.chance(0.5)),
    }),
  node: ({ random }) =>
    node({
      labels: random.maybe(() => ({ 'example.com/zone': 'a', empty: '' })),
      annotations: random.maybe(() => ({ 'example.com/note': 'two words' })),
      taints: random.maybe(() => ({ gpu: 'yes:NoSchedule' })),
      nodeIP: random.maybe(() => ({ validSubnets: ['192.0.2.0/24', '!192.0.2.10/32'] })),
      registerWithFQDN: random.maybe(() => random.chance(0.5)),
      skipNodeRegistration: random.maybe(() => true, 0.2),
    }),
  apiServer: ({ random }) =>
    apiServer({
      image: image(random, 'kube-apiserver'),
      extraArgs: flags(random),
      env: env(random),
      resources: resources(random),
      apiPort: random.maybe(() => 8443, 0.3),
      certExtraSANs: random.maybe(() => ['api.example.com', '192.0.2.10']),
      startupProbes: random.maybe(() => true, 0.2),
    }),
  controllerManager: ({ random }) =>
    controllerManager({
      enabled: enabled(random),
      image: image(random, 'kube-controller-manager'),
      extraArgs: flags(random),
      env: env(random),
      resources: resources(random),
    }),
  scheduler: ({ random }) =>
    scheduler({
      enabled: enabled(random),
      image: image(random, 'kube-scheduler'),
      config: random.maybe(() => ({ profiles: [{ schedulerName: 'packed' }] })),
      extraArgs: flags(random),
      env: env(random),
      resources: resources(random),
    }),
  proxy: ({ random }) =>
    proxy({
      enabled: enabled(random),
      image: image(random, 'kube-proxy'),
      mode: random.maybe(() => random.pick(['nftables', 'iptables', 'ipvs'])),
      config: random.maybe(() => ({ conntrack: { maxPerCore: 0 } }), 0.2),
      extraArgs: flags(random),
      resources: random.chance(0.2) ? resources(random) : undefined,
    }),
  coreDns: ({ random }) => coreDns({ enabled: enabled(random), image: image(random, 'coredns') }),
  admissionControl: ({ random }) =>
    random.pick([
      () => admissionControl('PodSecurity', { configuration: { defaults: { enforce: 'privileged' } } }),
      () =>
        admissionControl('EventRateLimit', {
          configuration: {
            apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
            kind: 'Configuration',
            limits: [{ type: 'Server', qps: 50, burst: 100 }],
          },
        }),
    ])(),
  auditPolicy: () =>
    auditPolicy({ configuration: { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'None' }] } }),
  authentication: () =>
    authentication({
      configuration: {
        anonymous: { enabled: false },
        jwt: [
          {
            issuer: { url: 'https://auth.example.com', audiences: ['kubectl'] },
            claimMappings: { username: { claim: 'email', prefix: '' } },
          },
        ],
      },
    }),
  authorizer: ({ random }) =>
    random.pick([
      () => authorizer('extra', { type: 'RBAC' }),
      () => authorizer('hook', { type: 'Webhook', webhook: { timeout: '3s', failurePolicy: 'Deny' } }),
    ])(),
  inlineManifest: () =>
    inlineManifest('namespace', { manifest: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: platform\n' }),
  externalManifest: ({ random }) =>
    externalManifest('crds', {
      url: 'https://example.com/crds.yaml',
      headers: random.maybe(() => ({ Accept: 'text/yaml' })),
    }),
  staticPod: () => staticPod('cache', { pod }),
  talosApiAccess: () => talosApiAccess({ allowedRoles: ['os:reader'], allowedKubernetesNamespaces: ['monitoring'] }),
  kubePrism: ({ random }) => kubePrism({ port: 7446, tlsServerName: random.maybe(() => 'api.example.com', 0.2) }),
  discoveryService: ({ random }) =>
    discoveryService(random.pick([{ endpoint: 'https://discovery.example.com/' }, { enabled: false }])),
  certificateNames: ({ random }) =>
    certificateNames({
      kubernetes: random.maybe(() => ['api.example.com']),
      talos: random.maybe(() => ['192.0.2.10']),
    }),
  etcd: ({ random }) =>
    etcd({
      extraArgs: random.maybe(() => ({ 'election-timeout': '5000' })),
      advertisedSubnets: random.maybe(() => ['192.0.2.0/24']),
      listenSubnets: random.maybe(() => ['192.0.2.0/24']),
    }),
};
