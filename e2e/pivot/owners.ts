import { groupOf, type KubernetesObject } from '../../lib/artifact';
import { listAt, memberAt, textAt } from '../../lib/capi';

/** Where an object names another, and whether it becomes its owner itself or makes its Cluster the owner. */
interface Adoption {
  readonly path: readonly string[];
  readonly owner: 'self' | 'cluster';
  /** Kind of what is named, where the reference does not say. */
  readonly kind?: string;
}

/**
 * The owner references that the controllers set, told from their sources and not from the rules of `lib/capi/pivot`:
 * Cluster API 1.13 `cluster_controller_phases.go`, `machinedeployment_controller.go`, `clusterresourceset_controller.go`;
 * CACPPT 0.5.13 `reconcileExternalReference`; CAPV 1.16 `vspherecluster_reconciler.go`, `vsphereclusteridentity_controller.go`,
 * `vspheredeploymentzone_controller_domain.go`; of CAPH as `lib/capi/pivot` says, its source was not read.
 */
const adoptions: Readonly<Record<string, readonly Adoption[]>> = {
  Cluster: [
    { path: ['infrastructureRef'], owner: 'self' },
    { path: ['controlPlaneRef'], owner: 'self' },
  ],
  TalosControlPlane: [{ path: ['infrastructureTemplate'], owner: 'cluster' }],
  MachineDeployment: [
    { path: ['template', 'spec', 'infrastructureRef'], owner: 'cluster' },
    { path: ['template', 'spec', 'bootstrap', 'configRef'], owner: 'cluster' },
  ],
  HetznerCluster: [{ path: ['hetznerSecretRef'], owner: 'self', kind: 'Secret' }],
  VSphereCluster: [{ path: ['identityRef'], owner: 'self' }],
  ClusterResourceSet: [{ path: ['resources'], owner: 'self' }],
};

/** Kinds whose reference to a kind without a namespace makes nobody an owner. */
const unowned: readonly string[] = ['VSphereClusterIdentity'];

/** Kinds whose controller makes the Cluster of `spec.clusterName` their owner. */
const ofCluster: readonly string[] = ['MachineDeployment', 'MachineHealthCheck'];

/** The objects as they are once every controller has run: with an identity, and the references to their owners. */
export function withOwners(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const uids = new Map(objects.map((object, index) => [object, `uid-${String(index)}`]));
  const owners = new Map<KubernetesObject, KubernetesObject[]>();
  for (const [owned, owner] of objects.flatMap((object) => adoptedBy(object, objects)))
    owners.set(owned, [...(owners.get(owned) ?? []), owner]);
  return objects.map(({ apiVersion, kind, metadata }, index) => ({
    apiVersion,
    kind,
    // clusterctl reads nothing else, and credentials stay here
    metadata: {
      ...metadata,
      uid: `uid-${String(index)}`,
      ownerReferences: (owners.get(objects[index]!) ?? []).map((owner) => ({
        apiVersion: owner.apiVersion,
        kind: owner.kind,
        name: owner.metadata.name,
        uid: uids.get(owner)!,
      })),
    },
  }));
}

type Pair = readonly [owned: KubernetesObject, owner: KubernetesObject];

function adoptedBy(object: KubernetesObject, objects: readonly KubernetesObject[]): readonly Pair[] {
  const { namespace } = object.metadata;
  const find = (kind: string | undefined, name: string | undefined, within = namespace) =>
    objects.find((other) => other.kind === kind && other.metadata.name === name && other.metadata.namespace === within);
  const cluster = clusterOf(object, objects);
  const named = (adoptions[object.kind] ?? []).flatMap(({ path, owner, kind }) => {
    const references = path[0] === 'resources' ? listAt(object, 'spec', ...path) : [memberAt(object, 'spec', ...path)];
    return references.flatMap((reference): Pair[] => {
      const found = find(kind ?? textAt(reference, 'kind'), textAt(reference, 'name'));
      const by = owner === 'self' ? object : cluster;
      return found === undefined || by === undefined || unowned.includes(found.kind) ? [] : [[found, by]];
    });
  });
  const own: Pair[] = ofCluster.includes(object.kind) && cluster !== undefined ? [[object, cluster]] : [];
  return [...named, ...own, ...identityPairs(object, objects)];
}

/** On vSphere, an identity owns its Secret in whatever namespace its provider runs, and a zone its failure domain. */
function identityPairs(object: KubernetesObject, objects: readonly KubernetesObject[]): readonly Pair[] {
  const [kind, field] =
    object.kind === 'VSphereClusterIdentity'
      ? ['Secret', 'secretName']
      : object.kind === 'VSphereDeploymentZone'
        ? ['VSphereFailureDomain', 'failureDomain']
        : [];
  if (kind === undefined || field === undefined) return [];
  return objects
    .filter((other) => other.kind === kind && other.metadata.name === textAt(object, 'spec', field))
    .map((other) => [other, object]);
}

/** A tree holds one Cluster; what names none, such as the control plane, is owned by it. */
function clusterOf(object: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject | undefined {
  const named = textAt(object, 'spec', 'clusterName');
  return objects.find(
    ({ kind, apiVersion, metadata }) =>
      kind === 'Cluster' &&
      groupOf(apiVersion) === 'cluster.x-k8s.io' &&
      metadata.namespace === object.metadata.namespace &&
      (named === undefined || named === metadata.name),
  );
}
