import { groupOf, type KubernetesObject } from '../../artifact';
import { listAt, memberAt, textAt } from '../member';
import { referenceAt, type Reference } from '../reference';
import { isMoved } from './objects';

/** Why an object goes where another goes. */
export interface Tie {
  /** What it follows. */
  readonly to: KubernetesObject;
  /** Lower case, no full stop, e.g. `the infrastructure of Cluster/edge`. */
  readonly because: string;
}

/**
 * What each object follows in a move. Files hold no owner references; these are the ones that the controllers set once
 * they run, and the Secrets that clusterctl knows by name.
 *
 * Sources: Cluster API `cmd/clusterctl/client/cluster/objectgraph.go` and its reconcilers (1.14), CACPPT
 * `reconcileExternalReference` (0.5.13), CAPV `vspherecluster_reconciler.go` (1.16), CAPH (1.1).
 */
export function tiesOf(objects: readonly KubernetesObject[]): ReadonlyMap<KubernetesObject, Tie> {
  const ties = new Map<KubernetesObject, Tie>();
  for (const owner of objects) {
    for (const { to, because } of followersOf(owner)) {
      const follower = objects.find((object) => isAt(object, to, owner.metadata.namespace));
      if (follower !== undefined && !ties.has(follower)) ties.set(follower, { to: owner, because });
    }
  }
  for (const object of objects) {
    const cluster = clusterOf(object, objects);
    if (cluster !== undefined && !ties.has(object))
      ties.set(object, { to: cluster, because: `belongs to Cluster/${cluster.metadata.name}` });
  }
  return ties;
}

/** Whether an object moves, and why; undefined where it stays. */
export function moveReason(
  object: KubernetesObject,
  ties: ReadonlyMap<KubernetesObject, Tie>,
  seen: readonly KubernetesObject[] = [],
): string | undefined {
  const own = isMoved(object);
  if (own !== undefined) return own;
  const tie = ties.get(object);
  if (tie === undefined || seen.includes(object)) return undefined;
  return moveReason(tie.to, ties, [...seen, object]) === undefined ? undefined : tie.because;
}

/** The objects that come to be owned by an object, or by the Cluster that it belongs to. */
function followersOf(owner: KubernetesObject): readonly { readonly to: Reference; readonly because: string }[] {
  const named = `${owner.kind}/${owner.metadata.name}`;
  const at = (because: string, ...path: readonly string[]) => {
    const to = referenceAt(owner, 'spec', ...path);
    return to === undefined ? [] : [{ to, because: `${because} ${named}` }];
  };
  const secret = (name: string | undefined, because: string) =>
    name === undefined ? [] : [{ to: { group: '', kind: 'Secret', name }, because: `${because} ${named}` }];
  switch (owner.kind) {
    case 'Cluster':
      return [
        ...at('the infrastructure of', 'infrastructureRef'),
        ...at('the control plane of', 'controlPlaneRef'),
        ...secretPurposes.flatMap((purpose) => secret(`${owner.metadata.name}-${purpose}`, 'by its name a secret of')),
      ];
    case 'TalosControlPlane':
      return at('the machine template of', 'infrastructureTemplate');
    case 'MachineDeployment':
      return [
        ...at('the machine template of', 'template', 'spec', 'infrastructureRef'),
        ...at('the bootstrap template of', 'template', 'spec', 'bootstrap', 'configRef'),
      ];
    case 'HetznerCluster':
      return secret(textAt(owner, 'spec', 'hetznerSecretRef', 'name'), 'the credentials of');
    case 'VSphereCluster':
      return textAt(owner, 'spec', 'identityRef', 'kind') === 'Secret'
        ? secret(textAt(owner, 'spec', 'identityRef', 'name'), 'the credentials of')
        : [];
    case 'ClusterResourceSet':
      return listAt(owner, 'spec', 'resources').flatMap((resource) => {
        const [kind, name] = [textAt(resource, 'kind'), textAt(resource, 'name')];
        return kind === undefined || name === undefined
          ? []
          : [{ to: { group: '', kind, name }, because: `a resource of ${named}` }];
      });
    default:
      return [];
  }
}

/**
 * Suffixes by which clusterctl takes a Secret without an owner for one of a Cluster. It knows `apiserver-etcd-client` as well,
 * but splits names at the last dash and so never finds it. Source: Cluster API `util/secret`.
 */
const secretPurposes: readonly string[] = ['kubeconfig', 'ca', 'etcd', 'sa', 'proxy'];

/** The Cluster that an object names as its own, and whose controllers make it an owned one. */
function clusterOf(
  { kind, apiVersion, metadata, spec }: KubernetesObject,
  objects: readonly KubernetesObject[],
): KubernetesObject | undefined {
  if (groupOf(apiVersion) !== 'cluster.x-k8s.io' || kind === 'Cluster') return undefined;
  const name = memberAt(spec, 'clusterName');
  return objects.find(
    (object) =>
      object.kind === 'Cluster' &&
      groupOf(object.apiVersion) === 'cluster.x-k8s.io' &&
      object.metadata.name === name &&
      object.metadata.namespace === metadata.namespace,
  );
}

function isAt(object: KubernetesObject, { group, kind, name }: Reference, namespace: string | undefined): boolean {
  return (
    object.kind === kind &&
    object.metadata.name === name &&
    object.metadata.namespace === namespace &&
    groupOf(object.apiVersion) === group
  );
}
