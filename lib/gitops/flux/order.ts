import type { CarriedComponent } from './carried';

/** What each component waits for, by its id. */
export type Order = ReadonlyMap<string, readonly CarriedComponent[]>;

/**
 * What each component waits for once nothing is said twice: its requirements, without those that another of them waits for
 * already. A component that requires nothing waits for the stage before its own.
 */
export function stageOrder(components: readonly CarriedComponent[]): Order {
  const last = lastOfStages(components);
  return reduced(components, ({ order }) => {
    const before = Math.max(...[...last.keys()].filter((other) => other < order));
    return last.get(before) ?? [];
  });
}

/** The same for components whose stages wait for each other as a whole. */
export function requirementOrder(components: readonly CarriedComponent[]): Order {
  return reduced(components, () => []);
}

/** The components of each stage for which no other of it waits, by the stage's place. */
function lastOfStages(components: readonly CarriedComponent[]): ReadonlyMap<number, readonly CarriedComponent[]> {
  const waited = new Set(
    components.flatMap(({ order, waitsFor }) => waitsFor.filter((other) => other.order === order)),
  );
  const last = new Map<number, CarriedComponent[]>();
  for (const component of components) {
    if (waited.has(component)) continue;
    const known = last.get(component.order);
    if (known === undefined) last.set(component.order, [component]);
    else known.push(component);
  }
  return last;
}

/** @param otherwise what a component waits for that requires nothing; none of it may wait for another */
function reduced(
  components: readonly CarriedComponent[],
  otherwise: (component: CarriedComponent) => readonly CarriedComponent[],
): Order {
  const edges = new Map(
    components.map((component) => [
      component.id,
      component.waitsFor.length > 0 ? component.waitsFor : otherwise(component),
    ]),
  );
  return new Map(
    components.map(({ id, waitsFor }) => [
      id,
      waitsFor.length > 1 ? withoutReachable(waitsFor, edges) : (edges.get(id) ?? []),
    ]),
  );
}

/** Without those that can be reached from another of them. */
function withoutReachable(targets: readonly CarriedComponent[], edges: Order): readonly CarriedComponent[] {
  const reachable = new Set<string>();
  const open = targets.flatMap(({ id }) => edges.get(id) ?? []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reachable.has(next.id)) continue;
    reachable.add(next.id);
    open.push(...(edges.get(next.id) ?? []));
  }
  return targets.filter(({ id }) => !reachable.has(id));
}
