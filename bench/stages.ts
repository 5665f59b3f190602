// What the requirements of a platform cost as it grows, in ratios: `npm run bench:stages [-- --rounds 5]`.
import { parseArgs } from 'node:util';
import { App, Chart, DependencyGraph } from 'cdk8s';
import { Construct } from 'constructs';
import { placedComponents, resolveRequirements, stage, type Component, type Stage } from '../lib/cluster';
import { closure, dot, platformDrawing } from '../lib/platform';
import { measure, type Case } from './rounds';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

const STAGES = 10;
/** Sizes four times each other: linear work takes the same time per component at each. */
const sizes = [2_500, 10_000, 40_000];

/** Stages of components that each require two of those before, all of them needed by the last. */
function platform(size: number): Stage[] {
  const capability = (index: number): string => `c${String(index)}`;
  const components = Array.from({ length: size }, (_, i): Component => ({
    name: `component-${String(i)}`,
    namespace: 'bench',
    provides: [capability(i)],
    requires: [i - 1, i - 7].filter((before) => before >= 0).map(capability),
  }));
  const perStage = size / STAGES;
  return Array.from({ length: STAGES }, (_, i) =>
    stage(`stage-${String(i)}`, ...components.slice(i * perStage, (i + 1) * perStage)),
  );
}

function bootstrapSet(stages: readonly Stage[], size: number) {
  return closure({
    platform: stages,
    engine: { name: 'flux', namespace: 'flux-system', requires: [`c${String(size - 1)}`], secrets: [] },
    decryption: { requires: [], byEngine: true },
    secretsOf: () => [],
  });
}

/** The floor: each requirement looked up once. */
function lookUp(stages: readonly Stage[]): number {
  const components = stages.flatMap((each) => each.components);
  const providers = new Map(components.flatMap((component) => component.provides.map((name) => [name, component])));
  return components.reduce((sum, { requires }) => sum + requires.filter((name) => providers.has(name)).length, 0);
}

const cases = sizes.flatMap((size): Case[] => {
  const stages = platform(size);
  const scale = sizes[0] === undefined ? 1 : sizes[0] / size;
  const of = (name: string, work: () => unknown): Case => ({
    name: `${name}, ${String(size)}`,
    scale,
    prepare: () => () => void work(),
  });
  return [
    of('floor: each requirement looked up', () => lookUp(stages)),
    of('requirements resolved', () => resolveRequirements(placedComponents(stages))),
    of('bootstrap set with its chains', () => bootstrapSet(stages, size)),
    of('picture in DOT', () => dot(platformDrawing({ id: 'bench', platform: stages }, []))),
  ];
});

/** cdk8s's own order of constructs, over a few components of the same shape: its time doubles with every two more. */
const peers = [20, 24, 28].map((size): Case => ({
  name: `cdk8s DependencyGraph, ${String(size)} (not scaled)`,
  prepare: () => {
    const chart = new Chart(new App(), 'chart');
    const constructs = Array.from({ length: size }, (_, i) => new Construct(chart, `c${String(i)}`));
    constructs.forEach((construct, i) => {
      for (const before of [constructs[i - 1], constructs[i - 2]])
        if (before !== undefined) construct.node.addDependency(before);
    });
    return () => void new DependencyGraph(chart.node).topology();
  },
}));

const medians = measure([...cases, ...peers], Number(values.rounds));
const [floor = NaN] = medians.values();
process.stdout.write(
  `medians of ${values.rounds} rounds, scaled to ${String(sizes[0])} components, node ${process.version}\n\n`,
);
for (const [name, median] of medians) {
  process.stdout.write(`${name.padEnd(50)}${(median / floor).toFixed(1).padStart(9)} x\n`);
}
process.stdout.write('\nx: times the floor of the smallest. The same figure at every size is linear work.\n');
