import { isKubernetesObject, type KubernetesObject } from '../../artifact';
import type { JsonObject, ObjectReference } from '../../cluster';
import { groupOf } from '../../artifact';
import type { CarriedComponent } from './carried';
import type { Order } from './order';

/**
 * Parts of a component that are applied apart: its Secrets, where its manifests come from elsewhere; the component; and what
 * the API server refuses before that runs.
 */
export type UnitPart = 'secrets' | 'main' | 'config';

/** Where a layout puts a unit. */
export interface Place {
  /** Name of its Kustomization. */
  readonly name: string;
  /** Namespace of its Kustomization. */
  readonly namespace: string;
  /** Folder of the tree. */
  readonly directory: string;
}

/** One Kustomization, with all or a part of a component. */
export interface Unit extends Place {
  readonly carried: CarriedComponent;
  readonly part: UnitPart;
  /** Objects that stand as they are. */
  readonly objects: readonly JsonObject[];
  /** What it waits for. */
  readonly dependsOn: readonly Place[];
}

/** The units of components, each after those that it waits for where these stand before it. */
export function unitsOf(
  components: readonly CarriedComponent[],
  order: Order,
  place: (component: CarriedComponent, part: UnitPart) => Place,
): readonly Unit[] {
  return components.flatMap((carried) => {
    const before = (order.get(carried.id) ?? []).map((other) => place(other, lastPart(other)));
    return partsOf(carried).map((part, index, all): Unit => {
      const previous = all[index - 1];
      return {
        ...place(carried, part),
        carried,
        part,
        objects: objectsOf(carried, part),
        dependsOn: previous === undefined ? before : [place(carried, previous)],
      };
    });
  });
}

/** In the order of their application. */
export function partsOf({ parts: { upstream, secrets, laterObjects } }: CarriedComponent): readonly UnitPart[] {
  return [
    // the artifact of another project holds nothing of ours
    ...(upstream !== undefined && secrets.length > 0 ? (['secrets'] as const) : []),
    'main',
    ...(laterObjects.length > 0 ? (['config'] as const) : []),
  ];
}

function lastPart(component: CarriedComponent): UnitPart {
  return partsOf(component).at(-1) ?? 'main';
}

function objectsOf({ parts }: CarriedComponent, part: UnitPart): readonly JsonObject[] {
  switch (part) {
    case 'secrets':
      return [];
    case 'main':
      return parts.objects;
    case 'config':
      return parts.laterObjects;
  }
}

/** Suffix by which the further units of a component are told from it. */
export function partSuffix(part: UnitPart): string {
  return part === 'main' ? '' : `-${part}`;
}

/** Whether an object is the one that a reference means. */
export function isReferredTo(object: JsonObject, { apiVersion, kind, name, namespace }: ObjectReference): boolean {
  if (!isKubernetesObject(object)) return false;
  const { metadata }: KubernetesObject = object;
  return (
    groupOf(object.apiVersion) === groupOf(apiVersion) &&
    object.kind === kind &&
    metadata.name === name &&
    (metadata.namespace === undefined || namespace === undefined || metadata.namespace === namespace)
  );
}
