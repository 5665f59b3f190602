import type { ClusterFacts, Component, JsonObject, PodSecurityLevel } from '../../cluster';
import { tenantPolicies } from '../tenant-policies';
import { envoyNamespace } from './envoy-gateway';

export interface TenantSettings {
  /** Name of the tenant and of its namespace. */
  readonly name: string;
  /** Groups of the OIDC login by the ClusterRole that they get in the namespace, e.g. `{ edit: ['shop'] }`. @default - nobody */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** What the tenant's pods must keep to. @default 'restricted' */
  readonly podSecurity?: PodSecurityLevel;
  /** What all of its objects may use together, as of a ResourceQuota. @default - 4 CPUs and 8 GiB asked for, 16 GiB used, 10 volumes, no load balancer */
  readonly quota?: Readonly<Record<string, string>>;
  /** What a container gets that does not say what it needs. @default - 100m and 128Mi asked for, 512Mi at most */
  readonly containers?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
  /** Namespaces whose pods may call its own: those of the gateways. @default - that of Envoy Gateway */
  readonly gatewayNamespaces?: readonly string[];
}

const defaultQuota: Readonly<Record<string, string>> = {
  'requests.cpu': '4',
  'requests.memory': '8Gi',
  'limits.memory': '16Gi',
  persistentvolumeclaims: '10',
  'services.loadbalancers': '0',
  'services.nodeports': '0',
};
const defaultRequests = { cpu: '100m', memory: '128Mi' };
const defaultLimits = { memory: '512Mi' };

/**
 * A namespace for those who bring their own workloads: what they may use, who may call them, who they are.
 *
 * Its objects throw an Error for groups on a cluster without `oidc`, where no login would ever carry one.
 */
export function tenant(settings: TenantSettings): Component {
  const { name, gatewayNamespaces = [envoyNamespace], podSecurity = 'restricted' } = settings;
  return {
    name: `tenant-${name}`,
    namespace: name,
    objects: (cluster) => [
      namespaceOf(name, podSecurity),
      quota(name, settings.quota ?? defaultQuota),
      limitRange(name, settings.containers ?? {}),
      ...tenantPolicies(name, gatewayNamespaces),
      ...roleBindings(cluster, settings),
    ],
    provides: [`tenant/${name}`],
    requires: [],
    podSecurity,
  };
}

function namespaceOf(name: string, level: PodSecurityLevel): JsonObject {
  const modes = ['enforce', 'audit', 'warn'];
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: Object.fromEntries(modes.map((mode) => [`pod-security.kubernetes.io/${mode}`, level])) },
  };
}

function quota(namespace: string, hard: Readonly<Record<string, string>>): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'tenant', namespace },
    spec: { hard: { ...hard } },
  };
}

/** With a quota every container must say what it needs; this says it for those that do not. */
function limitRange(namespace: string, { requests, limits }: NonNullable<TenantSettings['containers']>): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'tenant', namespace },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { ...(requests ?? defaultRequests) },
          default: { ...(limits ?? defaultLimits) },
        },
      ],
    },
  };
}

function roleBindings(cluster: ClusterFacts, { name, groups = {} }: TenantSettings): readonly JsonObject[] {
  const roles = Object.entries(groups).filter(([, members]) => members.length > 0);
  if (roles.length > 0 && cluster.oidc === undefined) {
    throw new Error(
      `${cluster.id}: tenant ${name} has groups of the OIDC login, got no oidc; add it to the definition, or leave out groups`,
    );
  }
  const apiGroup = 'rbac.authorization.k8s.io';
  return roles
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, members]) => ({
      apiVersion: `${apiGroup}/v1`,
      kind: 'RoleBinding',
      metadata: { name: `tenant-${role}`, namespace: name },
      roleRef: { apiGroup, kind: 'ClusterRole', name: role },
      subjects: [...members].sort().map((member) => ({ apiGroup, kind: 'Group', name: member })),
    }));
}
