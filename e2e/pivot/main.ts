import { execFileSync } from 'node:child_process';
import { identityOf, type Identity } from '../../lib/artifact';
import { pivotPlan } from '../../lib/capi';
import { runSuite } from '../suite';
import type { Tally } from '../tally';
import { buildTool } from '../tools/build';
import { changes, type Change } from './changes';
import { definitionLabels, type DefinitionLabels } from './definitions';
import { withOwners } from './owners';
import { sources, type Source } from './sources';

// What our pivot plan says that moves against clusterctl's own object graph.
// usage: tsx e2e/pivot/main.ts

const MODULE = 'sigs.k8s.io/cluster-api';

function main(tally: Tally): Promise<void> {
  const labels = definitionLabels();
  const cases = sources().flatMap((source) =>
    changes.map((change) => ({ source, change, ...asked(source, change, labels) })),
  );
  const judge = buildTool('pivot', `${MODULE}/cmd/clusterctl/plinth-pivot`, MODULE);
  const input = JSON.stringify(cases.map(({ question }) => question));
  const output = execFileSync(judge, {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  const answers = JSON.parse(output) as readonly (readonly Named[])[];
  let whole = new Set<string>();
  cases.forEach(({ source, change, ours, objects }, index) => {
    const theirs = new Set((answers[index] ?? []).map(label));
    const name = `${source.name} ${change.name}`;
    if (change === changes[0]) whole = theirs;
    for (const object of new Set([...objects, ...ours, ...theirs]))
      tally.check(`${name}: ${object}`, ours.has(object) === theirs.has(object), () =>
        theirs.has(object) ? 'clusterctl moves it, the plan does not' : 'the plan moves it, clusterctl does not',
      );
    hasEffect(tally, name, change, whole, theirs);
  });
  console.log(`${String(cases.length)} moves compared`);
  return Promise.resolve();
}

type Named = Pick<Identity, 'kind' | 'namespace' | 'name'>;

function label({ kind, namespace, name }: Named): string {
  return `${kind}/${name} (${namespace})`;
}

/** What clusterctl is asked of a source, and what our plan says. */
function asked(source: Source, change: Change, labels: DefinitionLabels) {
  const objects = change.apply(source);
  const plan = pivotPlan(objects, { providerNamespaces: [source.providerNamespace] });
  return {
    objects: objects.map((object) => label(identityOf(object))),
    ours: new Set(plan.moves.map(({ object }) => label(object))),
    question: {
      namespace: plan.namespace,
      providerNamespace: source.providerNamespace,
      definitionLabels: labels,
      // of other kinds clusterctl installs no definitions, so it does not look for them
      objects: withOwners(objects).filter(
        ({ apiVersion, kind }) =>
          /^[^/]*\bcluster\.x-k8s\.io\//.test(apiVersion) || ['Secret', 'ConfigMap'].includes(kind),
      ),
    },
  };
}

/** Both may agree because a change changes nothing, so clusterctl's answer must be another one. */
function hasEffect(
  tally: Tally,
  name: string,
  { gains = [], loses = [] }: Change,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): void {
  const said = () => [...after].sort().join(', ');
  tally.check(
    `${name}: Cluster`,
    [...after].some((object) => object.startsWith('Cluster/')),
    said,
  );
  for (const end of gains)
    tally.check(
      `${name}: ${end}`,
      [...after].some((o) => !before.has(o) && o.includes(`${end} (`)),
      said,
    );
  for (const kind of loses) {
    const of = (moves: ReadonlySet<string>) => [...moves].some((object) => object.startsWith(`${kind}/`));
    if (of(before)) tally.check(`${name}: ${kind}`, !of(after), said);
  }
}

runSuite('the pivot plan', main);
