import { show, type Problem } from '../problem';
import type { Stage } from '../ports/stage';
import { placedComponents, resolveRequirements, type PlacedComponent, type Requirement } from '../requirements';

/**
 * What a platform's components require and do not get in time: from nobody, from a later stage, or only from one that
 * waits for them in turn.
 */
export function requirementProblems(stages: readonly Stage[]): Problem[] {
  const requirements = resolveRequirements(placedComponents(stages));
  return [
    ...requirements.flatMap((requirement) => lateProblem(requirement, requirements, stages)),
    ...cycles(requirements).map(cycleProblem),
  ];
}

function lateProblem(
  { capability, by, provider }: Requirement,
  requirements: readonly Requirement[],
  stages: readonly Stage[],
): Problem[] {
  if (provider !== undefined && provider.order <= by.order) return [];
  const chain = [...dependents(by, requirements), by].map(placeOf);
  return [
    {
      path: `platform.${placeOf(by).replace('/', '.')}`,
      what:
        provider === undefined
          ? `nothing provides what it requires${chain.length > 1 ? ` (${chain.join(' → ')} → ${capability})` : ''}`
          : `what it requires comes only in the later stage ${provider.stage.name} (${[...chain, capability, placeOf(provider)].join(' → ')})`,
      got: capability,
      allowed: `what stage ${by.stage.name} and those before it provide: ${show(providedUntil(by.order, stages))}`,
      fix: provider === undefined ? 'add a component that provides it' : 'move one of the two',
    },
  ];
}

/** Those who wait for a component, one after the other, outermost first; the first found where there are several. */
function dependents(component: PlacedComponent, requirements: readonly Requirement[]): readonly PlacedComponent[] {
  const chain = [component];
  for (;;) {
    const [outermost] = chain;
    const waiting = requirements.find(({ provider, by }) => provider === outermost && !chain.includes(by));
    if (waiting === undefined) return chain.slice(0, -1);
    chain.unshift(waiting.by);
  }
}

function placeOf({ stage, component }: PlacedComponent): string {
  return `${stage.name}/${component.name}`;
}

function providedUntil(order: number, stages: readonly Stage[]): readonly string[] {
  const provided = stages
    .slice(0, order + 1)
    .flatMap(({ components }) => components.flatMap(({ provides }) => provides));
  return [...new Set(provided)].sort();
}

function cycleProblem(cycle: readonly Requirement[]): Problem {
  const [first] = cycle;
  if (first === undefined) throw new Error('a cycle without members');
  const steps = cycle.flatMap(({ by, capability }) => [placeOf(by), capability]);
  return {
    path: `platform.${placeOf(first.by).replace('/', '.')}`,
    what: `waits for itself (${[...steps, placeOf(first.by)].join(' → ')})`,
    got: first.capability,
    allowed: 'requirements without a cycle',
    fix: 'split a component, so that what the others wait for can come first',
  };
}

/** One cycle for each knot of components that wait for each other; without recursion, since chains can be long. */
function cycles(requirements: readonly Requirement[]): readonly (readonly Requirement[])[] {
  const edges = new Map<PlacedComponent, Requirement[]>();
  // what an earlier stage provides waits for nothing of a later one: only within a stage can there be a knot
  for (const edge of requirements.filter(({ by, provider }) => provider?.order === by.order)) {
    const known = edges.get(edge.by);
    if (known === undefined) edges.set(edge.by, [edge]);
    else known.push(edge);
  }
  const found: Requirement[][] = [];
  const done = new Set<PlacedComponent>();
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    const path: Requirement[] = [];
    const depth = new Map([[start, 0]]);
    const stack = [{ component: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = edges.get(top.component)?.[top.next];
      top.next += 1;
      if (edge?.provider === undefined) {
        done.add(top.component);
        depth.delete(top.component);
        stack.pop();
        path.pop();
        continue;
      }
      const since = depth.get(edge.provider);
      if (since !== undefined) found.push([...path.slice(since), edge]);
      else if (!done.has(edge.provider)) {
        depth.set(edge.provider, stack.length);
        path.push(edge);
        stack.push({ component: edge.provider, next: 0 });
      }
    }
  }
  return found;
}
