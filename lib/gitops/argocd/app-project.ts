import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { argoApi, argoApiGroup, argoCdNamespace, inCluster, type IgnoredFields } from './application';
import { waveAnnotation } from './sync-policy';

/** A time in which syncing is allowed or denied. */
export interface SyncWindow {
  readonly kind: 'allow' | 'deny';
  /** Cron, five fields. */
  readonly schedule: string;
  /** Length in Go's form, e.g. `1h`. */
  readonly duration: string;
  /** Names of Applications, `*` for all. */
  readonly applications: readonly string[];
  /** Whether a person may sync while a denying window is open. */
  readonly manualSync: boolean;
  readonly timeZone: string;
  readonly description: string;
}

/** An API group and kind; `*` for all. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** Every kind of every group. */
export const anyKind: GroupKind = { group: '*', kind: '*' };

/**
 * Open at all times: each minute opens an hour. Syncing is stopped and released by turning the windows of a project
 * around (`deny`, or `allow` again); in a project without one there is nothing to turn, and the order to stop would be
 * lost without an error. So every AppProject has at least this one.
 */
export const alwaysOpen: SyncWindow = {
  kind: 'allow',
  schedule: '* * * * *',
  duration: '1h',
  applications: ['*'],
  manualSync: true,
  timeZone: 'UTC',
  description: 'open at all times; set kind to deny to stop syncing',
};

/**
 * The sync windows of the AppProjects that an Application holds. They are turned on the cluster, in a hurry and for an
 * hour; an Application that heals itself would turn them back within seconds.
 */
export const liveSyncWindows: IgnoredFields = {
  group: argoApiGroup,
  kind: 'AppProject',
  jsonPointers: ['/spec/syncWindows'],
};

export interface AppProjectProps {
  readonly name: string;
  readonly description: string;
  /** Repositories that its Applications may read. */
  readonly sourceRepos: readonly string[];
  /** Namespaces of the cluster that they may write to; `*` for all. */
  readonly namespaces: readonly string[];
  /** Cluster-scoped kinds that they may write. @default - none */
  readonly clusterKinds?: readonly GroupKind[];
  /** Namespaced kinds that they may write. @default - all */
  readonly namespacedKinds?: readonly GroupKind[];
  /** At least one, or syncing could not be stopped. @default - `alwaysOpen` */
  readonly syncWindows?: readonly [SyncWindow, ...SyncWindow[]];
  /** Wave in the sync of the parent. @default - none */
  readonly wave?: number;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** An Argo CD AppProject as data. */
export function appProjectObject(props: AppProjectProps): KubernetesObject {
  const { clusterKinds, namespacedKinds, syncWindows = [alwaysOpen] } = props;
  return {
    apiVersion: argoApi,
    kind: 'AppProject',
    metadata: {
      name: props.name,
      namespace: argoCdNamespace,
      labels: props.labels,
      annotations: props.wave === undefined ? undefined : waveAnnotation(props.wave),
    },
    spec: {
      description: props.description,
      sourceRepos: props.sourceRepos,
      destinations: props.namespaces.map((namespace) => ({ server: inCluster, namespace })),
      clusterResourceWhitelist: clusterKinds?.map(({ group, kind }) => ({ group, kind })),
      namespaceResourceWhitelist: namespacedKinds?.map(({ group, kind }) => ({ group, kind })),
      syncWindows: syncWindows.map((window) => ({ ...window })),
    },
  };
}

/** An Argo CD AppProject; it always has a sync window. */
export class AppProject extends Manifest {
  constructor(scope: Construct, id: string, props: AppProjectProps) {
    super(scope, id, appProjectObject(props));
  }
}
