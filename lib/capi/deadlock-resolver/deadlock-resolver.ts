import { Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28/lib/container';
import { Deployment } from 'cdk8s-plus-28/lib/deployment';
import { ApiResource } from 'cdk8s-plus-28/lib/api-resource.generated';
import { Role } from 'cdk8s-plus-28/lib/role';
import { RoleBinding } from 'cdk8s-plus-28/lib/role-binding';
import { ServiceAccount } from 'cdk8s-plus-28/lib/service-account';
import { Construct } from 'constructs';
import { Duration } from '../../cluster';

/** How the resolver looks for control planes that are stuck. */
export interface DeadlockResolverOptions {
  /** How often it looks. @default 20 seconds */
  readonly pollInterval?: Duration;
  /** How long a rollout must stand still before it counts as stuck. @default 2 minutes */
  readonly stuckThreshold?: Duration;
  /** Only say what would be done. @default false */
  readonly dryRun?: boolean;
}

export interface DeadlockResolverProps extends DeadlockResolverOptions {
  /** Image of the resolver, with a tag or a digest. */
  readonly image: string;
  /** Name of all its objects. @default 'cacppt-deadlock-resolver' */
  readonly name?: string;
  /** Namespace that it runs in. @default 'cacppt-system' */
  readonly namespace?: string;
  /** Names of the clusters that it watches, whose Talos APIs it asks. */
  readonly clusters: readonly string[];
  /** Namespace of their Cluster API objects, the only one that it may touch. @default 'default' */
  readonly clusterNamespace?: string;
}

export const resolverDefaults = { name: 'cacppt-deadlock-resolver', namespace: 'cacppt-system' } as const;

/** The options as the resolver reads them from its environment; durations are whole seconds. */
export function resolverEnvironment(options: DeadlockResolverOptions): Readonly<Record<string, string>> {
  const { pollInterval = Duration.seconds(20), stuckThreshold = Duration.minutes(2), dryRun = false } = options;
  return {
    POLL_INTERVAL: String(pollInterval.seconds),
    STUCK_THRESHOLD: String(stuckThreshold.seconds),
    DRY_RUN: String(dryRun),
  };
}

/**
 * Frees a Talos control plane whose rollout is stuck on a machine that has left etcd (CACPPT issues 237 and 262) by deleting
 * that machine: a program of its own, which asks the Talos API and has leave to delete machines, and nothing else.
 */
export class DeadlockResolver extends Construct {
  readonly deployment: Deployment;

  constructor(scope: Construct, id: string, props: DeadlockResolverProps) {
    super(scope, id);
    const { name = resolverDefaults.name, namespace = resolverDefaults.namespace } = props;
    const metadata = { name, namespace };
    const serviceAccount = new ServiceAccount(this, 'account', { metadata, automountToken: true });
    this.permit(serviceAccount, name, props);
    this.deployment = this.run(serviceAccount, metadata, props);
  }

  private permit(
    serviceAccount: ServiceAccount,
    name: string,
    { clusters, clusterNamespace: namespace = 'default' }: DeadlockResolverProps,
  ): void {
    const role = new Role(this, 'role', { metadata: { name, namespace } });
    role.allow(['get', 'list', 'watch'], resource('controlplane.cluster.x-k8s.io', 'taloscontrolplanes'));
    role.allow(['get', 'list', 'watch', 'delete'], resource('cluster.x-k8s.io', 'machines'));
    for (const cluster of clusters) {
      role.allow(['get'], { apiGroup: '', resourceType: 'secrets', resourceName: `${cluster}-talosconfig` });
    }
    new RoleBinding(this, 'binding', { metadata: { name, namespace }, role }).addSubjects(serviceAccount);
  }

  private run(
    serviceAccount: ServiceAccount,
    metadata: { readonly name: string; readonly namespace: string },
    { image, ...options }: DeadlockResolverProps,
  ): Deployment {
    const deployment = new Deployment(this, 'deployment', {
      metadata,
      // two of them would each delete a machine
      replicas: 1,
      serviceAccount,
      automountServiceAccountToken: true,
      podMetadata: { labels: { 'app.kubernetes.io/name': metadata.name } },
      securityContext: { ensureNonRoot: true, user: 65532, group: 65532 },
    });
    const container = deployment.addContainer({
      name: 'resolver',
      image,
      resources: {
        cpu: { request: Cpu.millis(10) },
        memory: { request: Size.mebibytes(32), limit: Size.mebibytes(128) },
      },
      securityContext: { ensureNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
    });
    for (const [variable, value] of Object.entries(resolverEnvironment(options))) {
      container.env.addVariable(variable, EnvValue.fromValue(value));
    }
    return deployment;
  }
}

function resource(apiGroup: string, resourceType: string): ApiResource {
  return ApiResource.custom({ apiGroup, resourceType });
}
