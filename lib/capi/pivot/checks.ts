import { groupOf, type KubernetesObject } from '../../artifact';
import type { Problem } from '../../cluster';
import { listAt, memberAt, textAt } from '../member';
import { documentsOf } from '../tree-objects';
import { BLOCK_MOVE, isMoved, isSecret, moveLabels } from './objects';
import { moveReason, type Tie } from './ownership';

type Ties = ReadonlyMap<KubernetesObject, Tie>;

/** What of a tree keeps a move from ending in a cluster that manages itself. */
export function pivotProblems(
  considered: readonly KubernetesObject[],
  all: readonly KubernetesObject[],
  cluster: KubernetesObject | undefined,
  ties: Ties,
): Problem[] {
  if (cluster === undefined)
    return [
      {
        path: '(tree)',
        what: 'no Cluster to move',
        fix: 'plan the pivot of a cluster whose machines Cluster API makes',
      },
    ];
  return [
    ...referenceProblems(considered, cluster),
    ...secretProblems(considered, ties),
    ...pauseProblems(considered),
    ...scheduleProblems(all),
  ];
}

/** What the Cluster hangs on must be there, in its namespace. */
function referenceProblems(objects: readonly KubernetesObject[], cluster: KubernetesObject): Problem[] {
  return ['infrastructureRef', 'controlPlaneRef'].flatMap((field) => {
    const [kind, name] = [textAt(cluster, 'spec', field, 'kind'), textAt(cluster, 'spec', field, 'name')];
    if (kind === undefined || objects.some((object) => object.kind === kind && object.metadata.name === name))
      return [];
    return [
      {
        path: `${labelOf(cluster)}.spec.${field}`,
        what: 'no such object in the namespace that moves',
        got: `${kind}/${name ?? ''}`,
        fix: 'put the object into the tree, in the namespace of the Cluster',
      },
    ];
  });
}

/** Secrets that moved objects need: the owner that would take them along is set at run time, if at all. */
function secretProblems(objects: readonly KubernetesObject[], ties: Ties): Problem[] {
  return objects.flatMap((object) =>
    neededSecrets(object).flatMap(({ name, mustHaveLabel }) => {
      const path = `Secret/${name} (${object.metadata.namespace ?? ''})`;
      const secret = objects.find((other) => isSecret(other) && other.metadata.name === name);
      if (secret === undefined)
        return [
          {
            path,
            what: `${object.kind}/${object.metadata.name} needs the Secret, which is in no file`,
            fix: `put it into the tree, or make it by hand with label ${moveLabels.alone}, and again on the target if it must be there first`,
          },
        ];
      if (isMoved(secret) !== undefined || (!mustHaveLabel && moveReason(secret, ties) !== undefined)) return [];
      return [
        {
          path: `${path}.metadata.labels`,
          what: 'the Secret moves only if its controller has made itself the owner',
          got: memberAt(secret, 'metadata', 'labels'),
          allowed: `label ${moveLabels.alone}`,
          fix: `add ${moveLabels.alone}: ""`,
        },
      ];
    }),
  );
}

interface NeededSecret {
  readonly name: string;
  /** Whether an owner reference is no certain way: of credentials, without which nothing on the target works. */
  readonly mustHaveLabel: boolean;
}

function neededSecrets(object: KubernetesObject): readonly NeededSecret[] {
  const named = (name: string | undefined, mustHaveLabel: boolean) =>
    name === undefined ? [] : [{ name, mustHaveLabel }];
  switch (object.kind) {
    case 'HetznerCluster':
      return named(textAt(object, 'spec', 'hetznerSecretRef', 'name'), true);
    case 'VSphereCluster':
      return textAt(object, 'spec', 'identityRef', 'kind') === 'Secret'
        ? named(textAt(object, 'spec', 'identityRef', 'name'), true)
        : [];
    case 'ClusterResourceSet':
      // its controller owns them from the first time that it applies them
      return listAt(object, 'spec', 'resources')
        .filter((resource) => memberAt(resource, 'kind') === 'Secret')
        .flatMap((resource) => named(textAt(resource, 'name'), false));
    default:
      return [];
  }
}

function pauseProblems(objects: readonly KubernetesObject[]): Problem[] {
  return objects.flatMap((object): Problem[] => [
    ...(memberAt(object, 'spec', 'paused') === false && object.kind === 'Cluster'
      ? [
          {
            path: `${labelOf(object)}.spec.paused`,
            what: 'the file says that the Cluster is not paused, and who applies it takes back the pause of the move',
            got: false,
            fix: 'leave the field out',
          },
        ]
      : []),
    ...(memberAt(object, 'metadata', 'annotations', BLOCK_MOVE) === undefined
      ? []
      : [
          {
            path: `${labelOf(object)}.metadata.annotations`,
            what: 'clusterctl waits for ever: the file brings back the annotation that blocks the move',
            got: BLOCK_MOVE,
            fix: 'remove the annotation',
          },
        ]),
  ]);
}

/** The providers need a node that takes ordinary pods; control plane machines take none unless told to. */
function scheduleProblems(objects: readonly KubernetesObject[]): Problem[] {
  const workers = objects.some(
    ({ kind, apiVersion, spec }) =>
      kind === 'MachineDeployment' && groupOf(apiVersion) === 'cluster.x-k8s.io' && memberAt(spec, 'replicas') !== 0,
  );
  const controlPlanes = objects.filter(({ kind }) => kind === 'TalosControlPlane');
  if (workers || controlPlanes.length === 0 || controlPlanes.some(isSchedulable)) return [];
  return controlPlanes.map((object) => ({
    path: `${labelOf(object)}.spec.controlPlaneConfig.controlplane.strategicPatches`,
    what: 'no node of the target takes the pods of the providers',
    allowed: 'a worker pool, or cluster.allowSchedulingOnControlPlanes: true',
    fix: 'add a worker pool, or make the control plane pool schedulable',
  }));
}

function isSchedulable(controlPlane: KubernetesObject): boolean {
  return listAt(controlPlane, 'spec', 'controlPlaneConfig', 'controlplane', 'strategicPatches')
    .flatMap((patch) => documentsOf(String(patch)))
    .some((patch) => memberAt(patch, 'cluster', 'allowSchedulingOnControlPlanes') === true);
}

function labelOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}
