import type { Component } from './ports/component';
import type { Stage } from './ports/stage';

/** A component where it stands. */
export interface PlacedComponent {
  /** `<namespace>/<name>`: unique in a platform. */
  readonly id: string;
  readonly component: Component;
  readonly stage: Stage;
  /** Position of the stage, from 0. */
  readonly order: number;
}

/** One thing that a component requires, and who provides it. */
export interface Requirement {
  readonly capability: string;
  readonly by: PlacedComponent;
  /** The first component that provides it, in the order of the stages. @default - nobody does */
  readonly provider?: PlacedComponent;
}

/** Name of a component that no other of the platform has. */
export function componentId({ namespace, name }: Pick<Component, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/** Every component of a platform, in the order of the stages. */
export function placedComponents(stages: readonly Stage[]): readonly PlacedComponent[] {
  return stages.flatMap((stage, order) =>
    stage.components.map((component) => ({ id: componentId(component), component, stage, order })),
  );
}

/**
 * What satisfies a requirement, most particular first: a kind is also provided by whoever provides its whole group, so
 * `crd/example.com/Widget` is satisfied by itself and by `crd/example.com`.
 */
export function satisfiedBy(capability: string): readonly string[] {
  const [type, group, kind] = capability.split('/');
  return type === 'crd' && group !== undefined && kind !== undefined ? [capability, `crd/${group}`] : [capability];
}

/**
 * Each requirement of each component with its provider, whichever stage that stands in. A component that provides what it
 * requires has no requirement. Linear in the number of provided and required capabilities.
 */
export function resolveRequirements(placed: readonly PlacedComponent[]): readonly Requirement[] {
  const providers = new Map<string, PlacedComponent>();
  for (const candidate of placed) {
    for (const capability of candidate.component.provides) {
      if (!providers.has(capability)) providers.set(capability, candidate);
    }
  }
  return placed.flatMap((by) =>
    by.component.requires.flatMap((capability): Requirement[] => {
      if (satisfiedBy(capability).some((wanted) => by.component.provides.includes(wanted))) return [];
      const provider = earliest(satisfiedBy(capability).map((wanted) => providers.get(wanted)));
      return [provider === undefined ? { capability, by } : { capability, by, provider }];
    }),
  );
}

function earliest(candidates: readonly (PlacedComponent | undefined)[]): PlacedComponent | undefined {
  return candidates.reduce(
    (best, candidate) =>
      best === undefined || (candidate !== undefined && candidate.order < best.order) ? candidate : best,
    undefined,
  );
}
