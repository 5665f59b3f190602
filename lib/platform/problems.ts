import {
  placedComponents,
  satisfiedBy,
  type Cluster,
  type JsonObject,
  type PlacedComponent,
  type Problem,
} from '../cluster';
import { nodeCapabilities } from './engine-needs';
import { versionProblems } from './version-problems';

/** What is wrong with a platform as a whole, though each of its components is sound by itself. */
export function platformProblems(cluster: Cluster): readonly Problem[] {
  const placed = placedComponents(cluster.platform);
  return [...ownerProblems(placed), ...definitionProblems(cluster, placed), ...versionProblems(cluster)];
}

/**
 * Two components that bring the same thing, of which a cluster can have one: CRDs that two would own, or what every node
 * depends on. So the pod network that boots the cluster is the one that the engine manages: there is no other.
 */
function ownerProblems(placed: readonly PlacedComponent[]): readonly Problem[] {
  const owners = new Map<string, PlacedComponent>();
  return placed.flatMap((each) => {
    const problems = each.component.provides.filter(hasOneOwner).flatMap((capability): Problem[] => {
      const owner = [...satisfiedBy(capability), anyKindOf(capability)]
        .map((wanted) => owners.get(wanted))
        .find((other) => other !== undefined);
      if (owner === undefined || owner === each) return [];
      return [
        {
          path: pathOf(each),
          what: `${owner.id} provides the same already`,
          got: capability,
          allowed: 'one component for each',
          fix: 'remove one of the two, or switch this part of it off and say so in its provides',
        },
      ];
    });
    for (const capability of each.component.provides) {
      for (const key of [capability, anyKindOf(groupOf(capability))]) if (!owners.has(key)) owners.set(key, each);
    }
    return problems;
  });
}

/** Group of the kind that a capability stands for, or the capability itself. */
function groupOf(capability: string): string {
  return satisfiedBy(capability).at(-1) ?? capability;
}

/** Who owns a kind of a group stands in the way of whoever brings the whole group. */
function anyKindOf(group: string): string {
  return `${group}/*`;
}

function hasOneOwner(capability: string): boolean {
  return capability.startsWith('crd/') || (nodeCapabilities as readonly string[]).includes(capability);
}

/** Objects of a kind that no component of the same or an earlier stage defines: an engine could not even try them. */
function definitionProblems(cluster: Cluster, placed: readonly PlacedComponent[]): readonly Problem[] {
  const order = new Map<string, number>();
  for (const { component, order: stage } of placed) {
    for (const capability of component.provides) if (!order.has(capability)) order.set(capability, stage);
  }
  return placed.flatMap((each): Problem[] => {
    const made = objectsOf(each, cluster);
    if ('problem' in made) return [made.problem];
    const missing = customKinds(made.objects).filter(
      ({ capability }) => !satisfiedBy(capability).some((wanted) => (order.get(wanted) ?? Infinity) <= each.order),
    );
    return missing.map(({ capability, kind, name }) => ({
      path: pathOf(each),
      what: `its ${kind} ${name} is of a kind that no component of this or an earlier stage defines`,
      got: capability,
      fix: 'add the component whose CRDs these are, or move it to an earlier stage',
    }));
  });
}

type Made = { readonly objects: readonly JsonObject[] } | { readonly problem: Problem };

/** The objects of a component, or why it can make none on this cluster, as it says itself: `<what>; <what to do>`. */
function objectsOf(placed: PlacedComponent, cluster: Cluster): Made {
  try {
    return { objects: placed.component.objects?.(cluster) ?? [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const split = error.message.lastIndexOf('; ');
    const [what, fix] =
      split === -1
        ? [error.message, 'correct the component’s settings, or remove it']
        : [error.message.slice(0, split), error.message.slice(split + 2)];
    return { problem: { path: pathOf(placed), what, fix } };
  }
}

/** One object of each custom kind; the groups of Kubernetes itself have no dot, or end in what nobody else may use. */
function customKinds(objects: readonly JsonObject[]) {
  const kinds = new Map<string, { readonly capability: string; readonly kind: string; readonly name: string }>();
  for (const { apiVersion, kind, metadata } of objects) {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') continue;
    const [group = ''] = apiVersion.split('/');
    if (!group.includes('.') || builtInGroups.test(group)) continue;
    const capability = `crd/${group}/${kind}`;
    const { name } = metadata as { readonly name: string };
    if (!kinds.has(capability)) kinds.set(capability, { capability, kind, name });
  }
  return [...kinds.values()];
}

/** API groups that every API server has. Source: Kubernetes 1.36, API reference */
const builtInGroups =
  /^(admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage)\.k8s\.io$/;

function pathOf({ stage, component }: PlacedComponent): string {
  return `platform.${stage.name}.${component.name}`;
}
