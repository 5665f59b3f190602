import { groupOf, identityOf, type Identity, type KubernetesObject } from '../../artifact';
import type { Problem } from '../../cluster';
import { pivotProblems } from './checks';
import { isClusterScoped, isConsidered, isSecret } from './objects';
import { moveReason, tiesOf } from './ownership';
import { pausesOf, type Pause } from './pauses';

/** An object, and why it does what it does. */
export interface PlacedReason {
  readonly object: Identity;
  /** Lower case, no full stop. */
  readonly because: string;
}

/** What a move of a cluster's objects to the cluster itself does, and what must be seen to before. */
export interface PivotPlan {
  /** Namespace that moves; empty where there is no Cluster. */
  readonly namespace: string;
  /** What clusterctl moves. */
  readonly moves: readonly PlacedReason[];
  /** Kinds that controllers make, in no file, and that move with their owner. */
  readonly follows: readonly string[];
  /** What must be on the target before: it does not move, and what moves needs it. */
  readonly prepare: readonly PlacedReason[];
  /** What stays behind, and comes with the files or not at all. */
  readonly stays: readonly PlacedReason[];
  /** What must not act while objects move. */
  readonly pauses: readonly Pause[];
  /** What is missing. */
  readonly problems: readonly Problem[];
}

export interface PivotOptions {
  /** Folder of the tree that holds the Cluster API manifests: who applies it must be paused. @default - nobody does */
  readonly folder?: string;
  /**
   * Namespaces of infrastructure providers: clusterctl looks there for the Secrets of identities that clusters share.
   * Source: Cluster API `cmd/clusterctl/client/cluster/objectgraph.go`, `Discovery`. @default - none
   */
  readonly providerNamespaces?: readonly string[];
}

/** Objects that the controllers make of what stands in the files. Sources: Cluster API, CABPT, CACPPT, CAAPH. */
const made: readonly string[] = [
  'Machine, MachineSet and the machines of the infrastructure provider',
  'TalosConfig and the bootstrap data Secret of each machine',
  'the Secrets <cluster>-talos, <cluster>-talosconfig, <cluster>-ca and <cluster>-kubeconfig',
  'ClusterResourceSetBinding and HelmReleaseProxy',
];

/**
 * What `clusterctl move` takes from the cluster that bootstraps to the one that then manages itself, by the objects of a
 * tree. Status is never moved. Providers of the target must be as new as those of the source.
 */
export function pivotPlan(
  objects: readonly KubernetesObject[],
  { folder, providerNamespaces = [] }: PivotOptions = {},
): PivotPlan {
  const cluster = objects.find(
    ({ kind, apiVersion }) => kind === 'Cluster' && groupOf(apiVersion) === 'cluster.x-k8s.io',
  );
  const namespace = cluster?.metadata.namespace ?? '';
  const considered = objects.filter(
    (object) =>
      isConsidered(object) &&
      (object.metadata.namespace === namespace ||
        isClusterScoped(object) ||
        (isSecret(object) && providerNamespaces.includes(object.metadata.namespace ?? ''))),
  );
  const ties = tiesOf(considered);
  const placed = considered.map((object) => ({ object, moved: moveReason(object, ties) }));
  return {
    namespace,
    moves: placed.flatMap(({ object, moved }) =>
      moved === undefined ? [] : [{ object: identityOf(object), because: moved }],
    ),
    follows: cluster === undefined ? [] : made,
    prepare: placed.flatMap(({ object, moved }) =>
      moved === undefined && isClusterScoped(object)
        ? [{ object: identityOf(object), because: 'it stands in no namespace and does not move' }]
        : [],
    ),
    stays: [
      ...placed.flatMap(({ object, moved }) =>
        moved === undefined && !isClusterScoped(object)
          ? [{ object: identityOf(object), because: 'nothing that moves owns it; the files bring it to the target' }]
          : [],
      ),
      ...objects
        .filter(({ apiVersion }) => groupOf(apiVersion) === 'operator.cluster.x-k8s.io')
        .map((object) => ({ object: identityOf(object), because: 'each cluster has providers of its own' })),
    ],
    pauses: pausesOf(objects, cluster, folder),
    problems: pivotProblems(considered, objects, cluster, ties),
  };
}
