import {
  decryptingComponents,
  placedComponents,
  resolveRequirements,
  type Cluster,
  type Flux,
  type PlacedComponent,
} from '../../cluster';
import { engineStages } from '../../platform';
import { componentParts, isEmpty, type ComponentParts } from './component-parts';
import { secretsByComponent } from './secret-files';

/** A component that Flux carries, and what it waits for. */
export interface CarriedComponent extends PlacedComponent {
  readonly parts: ComponentParts;
  /** Components whose capabilities it requires, or which make its Secrets. Those with nothing to apply are left out. */
  readonly waitsFor: readonly CarriedComponent[];
}

/** Every component of the stages that the engine carries, in order, but those with nothing to apply. */
export function carriedComponents(cluster: Cluster<Flux>): readonly CarriedComponent[] {
  const secrets = secretsByComponent(cluster);
  const edges = requiredComponents(cluster);
  const carried = new Map<string, CarriedComponent & { readonly waitsFor: CarriedComponent[] }>();
  for (const placed of placedComponents(engineStages(cluster))) {
    const parts = componentParts(cluster, placed.component, secrets.get(placed.id) ?? []);
    if (!isEmpty(parts)) carried.set(placed.id, { ...placed, parts, waitsFor: [] });
  }
  for (const component of carried.values()) component.waitsFor.push(...standing(component.id, edges, carried));
  return [...carried.values()];
}

/** Ids of what each component requires, whoever carries it. */
function requiredComponents(cluster: Cluster<Flux>): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    if (from === to) return;
    const known = edges.get(from);
    if (known === undefined) edges.set(from, new Set([to]));
    else known.add(to);
  };
  const placed = placedComponents(cluster.platform);
  for (const { by, provider } of resolveRequirements(placed)) if (provider !== undefined) add(by.id, provider.id);
  for (const [id, delivered] of secretsByComponent(cluster)) {
    for (const { form } of delivered) {
      if (form !== 'sops-secrets' && form !== 'external-secrets') continue;
      for (const decrypting of decryptingComponents(cluster, form)) add(id, decrypting.id);
    }
  }
  return edges;
}

/** What a component waits for; in place of one with nothing to apply, what that one waits for. */
function standing(
  id: string,
  edges: ReadonlyMap<string, ReadonlySet<string>>,
  carried: ReadonlyMap<string, CarriedComponent>,
): readonly CarriedComponent[] {
  const found = new Set<CarriedComponent>();
  const seen = new Set([id]);
  const open = [...(edges.get(id) ?? [])];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const component = carried.get(next);
    if (component === undefined) open.push(...(edges.get(next) ?? []));
    else found.add(component);
  }
  return [...found];
}
