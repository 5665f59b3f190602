import { App } from 'cdk8s';
import { argoCdCharts } from '../../charts/argo-cd';
import { isKubernetesObject, type Artifact, type KubernetesObject, type SecretArtifact } from '../../lib/artifact';
import type { ArgoCd, Cluster, Flux, JsonObject } from '../../lib/cluster';
import { argoCdEngine } from '../../lib/gitops';
import { fluxEngine } from '../../lib/gitops/flux';
import { parseDocuments } from '../../lib/yaml';
import { documentsOf, fluxArtifacts } from './flux-tree';

/** What runs on a cluster, whoever brought it; each list in an order of its own. */
export interface Workloads {
  readonly charts: readonly unknown[];
  readonly manifests: readonly unknown[];
  readonly objects: readonly unknown[];
  readonly secrets: readonly unknown[];
}

/** What Argo CD's files carry, read out of them: wrapper charts and Kustomize folders that Applications point at. */
export function argoCdWorkloads(cluster: Cluster<ArgoCd>): Workloads {
  const charts = argoCdCharts(new App(), cluster).map((file) => file.toArtifact());
  const files = argoCdEngine.files(cluster);
  const { path: folder } = cluster.gitops.repository;
  const followed = charts
    .flatMap(documentsOf)
    .filter(isKubernetesObject)
    .filter(({ kind }) => kind === 'Application')
    .map(({ spec }) => spec as unknown as ApplicationSpec)
    .map(({ source, destination }) => ({
      directory: folder === '' ? source.path : source.path.slice(folder.length + 1),
      namespace: destination.namespace,
    }));
  const components = new Set(argoCdEngine.deliveries(cluster).map(({ directory }) => directory));
  const parts = followed
    .filter(({ directory }) => components.has(directory))
    .map(({ directory, namespace }) => {
      const own = files.filter(({ path }) => path.startsWith(`${directory}/`));
      return argoCdPart(own, directory, namespace);
    });
  return sorted({
    charts: parts.flatMap((part) => part.charts),
    manifests: parts.flatMap((part) => part.manifests),
    objects: parts.flatMap((part) => part.objects),
    secrets: argoCdEngine.secrets(cluster).flatMap(secretsOf),
  });
}

interface ApplicationSpec {
  readonly source: { readonly path: string };
  readonly destination: { readonly namespace: string };
}

function argoCdPart(files: readonly Artifact[], directory: string, namespace: string) {
  const document = (name: string): JsonObject | undefined => {
    const file = files.find(({ path }) => path === `${directory}/${name}`);
    return file && documentsOf(file)[0];
  };
  const dependencies = (document('Chart.yaml')?.dependencies ?? []) as unknown as readonly ChartDependency[];
  const values = document('values.yaml');
  const kustomization: KustomizeDocument | undefined = document('kustomization.yaml');
  return {
    charts: dependencies.map((chart) => ({
      namespace,
      ...chart,
      repository: chart.repository.replace(/\/+$/, ''),
      values: values?.[chart.name],
    })),
    manifests: (kustomization?.resources ?? []).flatMap((resource) => {
      const [, repository, folder, tag] = /^(https:\/\/.+?)\/\/(.*)\?ref=(.+)$/.exec(resource) ?? [];
      return repository === undefined ? [] : [{ repository, folder, tag, images: kustomization?.images }];
    }),
    objects: files
      .filter(({ path }) => path.startsWith(`${directory}/templates/`) || path === `${directory}/objects.yaml`)
      .flatMap((file) =>
        documentsOf(file).map((object) => (file.path.includes('/templates/') ? unescaped(object) : object)),
      )
      .filter(isCarried),
  };
}

interface ChartDependency {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
}

interface KustomizeDocument extends JsonObject {
  readonly resources?: readonly string[];
  readonly images?: readonly JsonObject[];
}

/** As Helm gives it back. */
function unescaped(object: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(object).replaceAll('{{`{{`}}', '{{')) as JsonObject;
}

/** What Flux's files carry, read out of them: releases with their sources, generated artifacts, objects. */
export function fluxWorkloads(cluster: Cluster<Flux>): Workloads {
  const documents = fluxArtifacts(cluster).flatMap(documentsOf).filter(isKubernetesObject);
  const source = (kind: string, name: unknown, namespace: unknown) => {
    const found = documents.find(
      (object) => object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace,
    );
    if (found === undefined) throw new Error(`no ${kind} ${String(namespace)}/${String(name)}`);
    return found.spec as unknown as SourceSpec;
  };
  const own = /\.fluxcd\.(io|controlplane\.io)|^fluxcd\.controlplane\.io/;
  return sorted({
    charts: documents
      .filter(({ kind }) => kind === 'HelmRelease')
      .map(({ metadata, spec }) => {
        const { chart, chartRef, values } = spec as unknown as ReleaseSpec;
        const { namespace } = metadata;
        if (chartRef !== undefined) {
          const { url, ref } = source(chartRef.kind, chartRef.name, namespace);
          const name = url.split('/').at(-1);
          const version = ref?.tag?.replaceAll('_', '+');
          return { namespace, name, version, repository: url.slice(0, url.lastIndexOf('/')), values };
        }
        const { chart: name, version, sourceRef } = chart!.spec;
        return { namespace, name, version, repository: source(sourceRef.kind, sourceRef.name, namespace).url, values };
      }),
    manifests: documents
      .filter(
        ({ kind, spec }) =>
          kind === 'Kustomization' && (spec as unknown as UpstreamSpec).sourceRef.kind === 'ExternalArtifact',
      )
      .map(({ spec }) => {
        const { sourceRef, path, images } = spec as unknown as UpstreamSpec;
        const [generator, artifact] = documents
          .filter(({ kind }) => kind === 'ArtifactGenerator')
          .flatMap((object) => {
            const { artifacts, sources } = object.spec as unknown as GeneratorSpec;
            const named = artifacts.find(({ name }) => name === sourceRef.name);
            return named === undefined ? [] : [[sources[0]!, named] as const];
          })[0]!;
        const { url, ref } = source('GitRepository', generator.name, 'flux-system');
        const copied = artifact.copy[0]!.from.replace(/^@upstream\//, '').replace(/\/?\*\*$/, '');
        const folder = [copied, path.replace(/^\.\//, '')].filter((part) => part !== '').join('/');
        return { repository: url, folder, tag: ref?.tag, images };
      }),
    objects: documents.filter(({ apiVersion }) => !own.test(apiVersion)).filter(isCarried),
    secrets: fluxEngine.secrets(cluster).flatMap(secretsOf),
  });
}

interface SourceSpec {
  readonly url: string;
  readonly ref?: { readonly tag?: string };
}

interface ReleaseSpec {
  readonly chart?: {
    readonly spec: {
      readonly chart: string;
      readonly version: string;
      readonly sourceRef: { readonly kind: string; readonly name: string };
    };
  };
  readonly chartRef?: { readonly kind: string; readonly name: string };
  readonly values?: JsonObject;
}

interface UpstreamSpec {
  readonly sourceRef: { readonly kind: string; readonly name: string };
  readonly path: string;
  readonly images?: readonly JsonObject[];
}

interface GeneratorSpec {
  readonly sources: readonly { readonly name: string }[];
  readonly artifacts: readonly { readonly name: string; readonly copy: readonly { readonly from: string }[] }[];
}

/** Namespaces are each engine's own affair, unless a component brings one with more than a name. */
function isCarried(object: JsonObject): boolean {
  return object.kind !== 'Namespace';
}

/** Secrets as they will be, whatever makes them; engines differ in annotations alone. */
function secretsOf({ publicInput }: SecretArtifact): readonly unknown[] {
  return (parseDocuments(publicInput) as KubernetesObject[]).map(
    ({ metadata: { name, namespace, labels }, type, stringData }) => ({
      name,
      namespace,
      labels,
      type,
      stringData,
    }),
  );
}

/** Plain data in one order. */
function sorted(workloads: Workloads): Workloads {
  const inOrder = (items: readonly unknown[]): unknown[] =>
    items.map((item) => JSON.parse(canonical(item)) as unknown).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  return {
    charts: inOrder(workloads.charts),
    manifests: inOrder(workloads.manifests),
    objects: inOrder(workloads.objects),
    secrets: inOrder(workloads.secrets),
  };
}

/** JSON with keys in order and nothing unset. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
