import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../../lib/artifact';
import { placedComponents, type Cluster, type Flux, type Json, type JsonObject } from '../../lib/cluster';
import { engineStages } from '../../lib/platform';
import { fluxEngine } from '../../lib/gitops';
import { fluxObjects } from '../../test/support/flux-tree';
import { runSuite, seedOf } from '../suite';
import { firstDifference } from '../talos/first-difference';
import type { Tally } from '../tally';
import { buildTool } from '../tools/build';
import { Builder, idOf, isKustomization, reconcile, rootOfTree, type Built } from './reconcile';
import { variants } from './variants';
import { writeSources } from './written-tree';

// What Flux's own packages build of our trees: every folder that a Kustomization names, with the patches that its parents
// push to it, its images, and its variables filled in strictly; compared with what the definition says.
// usage: tsx e2e/kustomize/main.ts; SEED=n repeats the texts

async function main(tally: Tally): Promise<void> {
  const seed = seedOf();
  const builder = new Builder(buildTool('flux-build'));
  for (const [name, cluster] of variants(seed)) {
    const sources = writeSources(cluster);
    try {
      const built = await reconcile(builder, sources, rootOfTree(cluster, fluxObjects(cluster)));
      judge(tally, name, cluster, built);
    } finally {
      rmSync(dirname(sources.repository), { recursive: true });
    }
  }
  builder.end();
}

function judge(tally: Tally, name: string, cluster: Cluster<Flux>, built: readonly Built[]): void {
  const objects = built.flatMap((one) => one.objects);
  const check = (what: string, held: boolean, detail: () => string): void => {
    tally.check(`${name}: ${what}`, held, detail);
  };
  for (const { kustomization, error } of built)
    check(`${idOf(kustomization)} builds`, error === undefined, () => error ?? '');
  const named = new Set(built.map(({ kustomization }) => kustomization.metadata.name));
  for (const delivery of fluxEngine.deliveries(cluster))
    check(`${delivery.name} is reached`, named.has(delivery.name), () => [...named].join(', '));
  const ids = new Set(built.map(({ kustomization }) => idOf(kustomization)));
  for (const { kustomization } of built)
    for (const { name: other, namespace } of kustomization.spec.dependsOn ?? []) {
      const id = `${namespace ?? kustomization.metadata.namespace ?? ''}/${other}`;
      check(`${idOf(kustomization)} waits for what is there`, ids.has(id), () => id);
    }
  for (const { kustomization, objects: own } of built) {
    const secret = own.find(({ kind }) => kind === 'Secret');
    if (secret !== undefined)
      check(`${idOf(kustomization)} can decrypt`, kustomization.spec.decryption !== undefined, () => idOf(secret));
  }
  judgeComponents(check, cluster, objects);
  judgeUpstream(check, cluster, built);
  if (cluster.gitops.layout.kind === 'apps') {
    for (const release of objects.filter(({ kind }) => kind === 'HelmRelease')) {
      const { install } = release.spec as { install?: { crds?: string } };
      check(`${idOf(release)} has the pushed defaults`, install?.crds === 'CreateReplace', () =>
        JSON.stringify(install),
      );
    }
  }
}

type Check = (what: string, held: boolean, detail: () => string) => void;

/** Values and objects are those of the definition, but for its variables. */
function judgeComponents(check: Check, cluster: Cluster<Flux>, objects: readonly KubernetesObject[]): void {
  for (const { id, component } of placedComponents(engineStages(cluster))) {
    if (component.chart !== undefined) {
      const release = objects.find((object) => object.kind === 'HelmRelease' && idOf(object) === id);
      const values = (release?.spec as { values?: JsonObject } | undefined)?.values ?? {};
      const wanted = filledIn(component.values?.(cluster) ?? {}, cluster);
      check(`${id} has its values`, isDeepStrictEqual(plain(values), plain(wanted)), () => difference(values, wanted));
    }
    for (const object of (component.objects?.(cluster) ?? []) as readonly KubernetesObject[]) {
      const wanted = plain(filledIn(object, cluster));
      const found = objects.filter(
        (other) =>
          other.kind === object.kind &&
          other.metadata.name === object.metadata.name &&
          other.apiVersion === object.apiVersion,
      );
      const held = found.some((other) => isDeepStrictEqual(plain(other), wanted));
      check(`${id} has its ${object.kind} ${object.metadata.name}`, held, () => difference(found[0] ?? {}, wanted));
    }
  }
}

/** Of other projects' manifests: CRDs stay, our Namespace is the only one, images have their tags, texts stay. */
function judgeUpstream(check: Check, cluster: Cluster<Flux>, built: readonly Built[]): void {
  const foreign = built.filter(({ kustomization }) => kustomization.spec.sourceRef.kind === 'ExternalArtifact');
  for (const { kustomization, objects } of foreign) {
    const id = idOf(kustomization);
    const definition = objects.find(({ kind }) => kind === 'CustomResourceDefinition');
    const annotations = definition?.metadata.annotations as JsonObject | undefined;
    check(`${id} keeps CRDs`, annotations?.['kustomize.toolkit.fluxcd.io/prune'] === 'disabled', () =>
      JSON.stringify(annotations),
    );
    const text = JSON.stringify(objects);
    check(`${id} leaves texts alone`, text.includes('${UNKNOWN}'), () => text);
    if (kustomization.spec.sourceRef.name === 'controller') {
      check(`${id} has its image`, text.includes('registry.example.com/controller:v2.0.1'), () => text);
      check(
        `${id} brings no Namespace`,
        objects.every(({ kind }) => kind !== 'Namespace'),
        () => text,
      );
    }
  }
  const own = built.find(({ kustomization }) => kustomization.metadata.name === 'flux');
  if (own === undefined) return;
  const kept = own.objects.find(({ kind }) => kind === 'Namespace')?.metadata.annotations;
  check('Flux keeps its namespace', JSON.stringify(kept ?? null).includes('disabled'), () =>
    JSON.stringify(kept ?? null),
  );
  const policies = own.objects.filter(({ kind }) => kind === 'NetworkPolicy').length;
  const wanted = cluster.gitops.install.networkPolicy ? 1 : 0;
  check('Flux has the network policies asked for', policies === wanted, () => String(policies));
  const artifacts = foreign.length > 0;
  const gates = own.objects.filter((object) => JSON.stringify(object).includes('ExternalArtifact=true')).length;
  check('Flux reads artifacts where there are any', gates === (artifacts ? 2 : 0), () => String(gates));
  check(
    'no Kustomization is the root’s twin',
    own.objects.every((object) => !isKustomization(object)),
    () => 'flux',
  );
}

/** What is left of a component once the variables are filled in: only those of the definition, only as `${name}`. */
function filledIn<T extends Json>(value: T, { gitops }: Cluster<Flux>): T {
  const { values, secrets } = gitops.substitution;
  const all = new Map<string, string>([
    ...Object.entries(values).map(([name, text]) => [name, String(text)] as const),
    ...Object.entries(secrets).map(([name, { secret }]) => [name, `placeholder of ${secret}`] as const),
  ]);
  const fill = (text: string) => text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => all.get(name) ?? whole);
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'string' ? fill(member) : member,
  ) as T;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function difference(got: unknown, wanted: unknown): string {
  return firstDifference(plain(got), plain(wanted));
}

runSuite('that Flux builds what the definitions say', main);
