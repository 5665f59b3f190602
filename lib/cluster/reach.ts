import { link, type Link } from './chain';
import type { PlacedComponent, Requirement } from './requirements';

/** Components, each with the chain that leads to it: what wants it, by which capability, and so on down to itself. */
export type Reached = ReadonlyMap<PlacedComponent, Link>;

/** What each component waits for. */
export type Needs = ReadonlyMap<PlacedComponent, readonly MetRequirement[]>;
type MetRequirement = Requirement & { readonly provider: PlacedComponent };

/** The requirements that somebody meets, by the component that has them. */
export function needsOf(requirements: readonly Requirement[]): Needs {
  const needs = new Map<PlacedComponent, MetRequirement[]>();
  for (const { capability, by, provider } of requirements) {
    if (provider === undefined) continue;
    const known = needs.get(by);
    if (known === undefined) needs.set(by, [{ capability, by, provider }]);
    else known.push({ capability, by, provider });
  }
  return needs;
}

/** The first provider of each capability; of what nobody provides there is none. */
export function providersOf(
  capabilities: readonly string[],
  placed: readonly PlacedComponent[],
  wantedBy: string,
): Reached {
  return new Map(
    capabilities.flatMap((capability) => {
      const provider = placed.find(({ component }) => component.provides.includes(capability));
      return provider === undefined ? [] : [[provider, link(undefined, wantedBy, capability, provider.id)] as const];
    }),
  );
}

/**
 * The roots and every component that one of them waits for, each after those that it waits for itself. Visits each
 * requirement once, and does not recurse, since chains can be long.
 */
export function reach(roots: Reached, needs: Needs): Reached {
  const chains = new Map(roots);
  const reached = new Map<PlacedComponent, Link>();
  const seen = new Set<PlacedComponent>();
  for (const root of roots.keys()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ component: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const chain = chains.get(top.component);
      const need = needs.get(top.component)?.[top.next];
      top.next += 1;
      if (need === undefined) {
        if (chain !== undefined) reached.set(top.component, chain);
        stack.pop();
      } else if (!seen.has(need.provider)) {
        seen.add(need.provider);
        // a root keeps the shorter chain of its own
        if (!chains.has(need.provider)) chains.set(need.provider, link(chain, need.capability, need.provider.id));
        stack.push({ component: need.provider, next: 0 });
      }
    }
  }
  return reached;
}
