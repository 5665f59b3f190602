import type { Artifact, KubernetesObject } from '../lib/artifact';
import type { JsonObject } from '../lib/cluster';
import { emitValue } from '../lib/yaml';

/** Apps of a cluster; each has ten objects in two files. */
const APPS = 20;
const OBJECTS_PER_APP = 10;

export const objectsPerCluster = APPS * OBJECTS_PER_APP;

/** A fleet as a platform team has it: the same apps in every cluster, with the facts of each; and a Talos patch per node. */
export function fleet(clusters: number): Artifact[] {
  return Array.from({ length: clusters }, (_, index) => cluster(`prod/edge-${String(index)}`, index)).flat();
}

function cluster(owner: string, index: number): Artifact[] {
  const domain = `edge-${String(index)}.example.com`;
  const apps = Array.from({ length: APPS }, (_, i) => {
    const name = `app-${String(i)}`;
    const folder = `clusters/${owner}/${name}`;
    return [
      file(owner, `${folder}/workload.yaml`, workload(name, domain, i)),
      file(owner, `${folder}/access.yaml`, access(name)),
    ];
  }).flat();
  return [...apps, file(owner, `talos/${owner}/patches.yaml`, [patches(domain, index)])];
}

function file(owner: string, path: string, documents: readonly JsonObject[]): Artifact {
  return { path, owner, body: { format: 'yaml', documents } };
}

function object(apiVersion: string, kind: string, name: string, namespace: string, rest: JsonObject): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'plinth', team: 'platform' };
  return { apiVersion, kind, metadata: { name, namespace, labels }, ...rest };
}

function workload(name: string, domain: string, wave: number): KubernetesObject[] {
  const selector = { 'app.kubernetes.io/name': name };
  const container = {
    name,
    image: `registry.example.com/platform/${name}:1.${String(wave)}.3@sha256:${'0af1c2'.repeat(10)}0af1`,
    args: ['--leader-elect', '--v=2', `--metrics-bind-address=:8443`, `--domain=${domain}`],
    env: [
      { name: 'FEATURE_GATES', value: 'on' },
      { name: 'UMASK', value: '0027' },
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
    ports: [
      { containerPort: 8080, name: 'http' },
      { containerPort: 8443, name: 'metrics', protocol: 'TCP' },
    ],
    readinessProbe: { httpGet: { path: '/readyz', port: 'http' }, initialDelaySeconds: 5, periodSeconds: 10 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  };
  return [
    object('apps/v1', 'Deployment', name, name, {
      spec: {
        replicas: 2,
        selector: { matchLabels: selector },
        template: {
          metadata: { labels: selector, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8443' } },
          spec: { containers: [container], serviceAccountName: name, securityContext: { runAsNonRoot: true } },
        },
      },
    }),
    object('v1', 'Service', name, name, {
      spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }], type: 'ClusterIP' },
    }),
    object('v1', 'ConfigMap', name, name, {
      data: { 'config.yaml': emitValue({ server: { domain, port: 8080 }, log: { level: 'info' }, wave }), MODE: 'off' },
    }),
    object('policy/v1', 'PodDisruptionBudget', name, name, {
      spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
    }),
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', name, name, {
      spec: {
        hostnames: [`${name}.${domain}`],
        parentRefs: [{ name: 'public', namespace: 'gateway' }],
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name, port: 80 }] }],
      },
    }),
    object('argoproj.io/v1alpha1', 'Application', name, 'argocd', {
      spec: {
        project: 'platform',
        destination: { server: 'https://kubernetes.default.svc', namespace: name },
        source: {
          repoURL: 'https://git.example.com/platform.git',
          path: `clusters/${domain}/${name}`,
          targetRevision: 'HEAD',
        },
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
        },
      },
    }),
  ];
}

function access(name: string): KubernetesObject[] {
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };
  return [
    object('v1', 'ServiceAccount', name, name, { automountServiceAccountToken: true }),
    object('rbac.authorization.k8s.io/v1', 'Role', name, name, {
      rules: [
        { apiGroups: [''], resources: ['configmaps', 'events'], verbs: ['get', 'list', 'watch', 'create', 'patch'] },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
      ],
    }),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', name, name, {
      roleRef,
      subjects: [{ kind: 'ServiceAccount', name, namespace: name }],
    }),
    object('networking.k8s.io/v1', 'NetworkPolicy', name, name, {
      spec: {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'gateway' } } }] }],
        egress: [{ to: [{ ipBlock: { cidr: '10.96.0.0/12' } }], ports: [{ port: 53, protocol: 'UDP' }] }],
      },
    }),
  ];
}

/** Machine configuration patches as text inside a document, as Cluster API carries them. */
function patches(domain: string, index: number): JsonObject {
  const patch = (node: number) =>
    emitValue({
      machine: {
        network: {
          hostname: `node-${String(node)}.${domain}`,
          interfaces: [{ deviceSelector: { physical: true }, dhcp: true }],
        },
        kubelet: { extraArgs: { 'rotate-server-certificates': 'true' } },
        install: { disk: '/dev/sda', image: 'factory.talos.dev/installer/0123456789abcdef:v1.12.2', wipe: false },
      },
      cluster: { network: { podSubnets: [`10.${String(index % 256)}.0.0/16`], serviceSubnets: ['10.96.0.0/12'] } },
    });
  return { strategicPatches: Array.from({ length: 6 }, (_, node) => patch(node)) };
}
