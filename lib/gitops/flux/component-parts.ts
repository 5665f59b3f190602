import { groupOf, isKubernetesObject, releaseOf, type ChartRelease } from '../../artifact';
import {
  compareMinor,
  Duration,
  minorOf,
  type Cluster,
  type Component,
  type DeliveredSecret,
  type Flux,
  type HelmChart,
  type JsonObject,
  type UpstreamManifests,
} from '../../cluster';
import type { HelmReleaseProps, ReleasedChart } from './objects/helm-release';
import type { HelmRepositoryProps } from './objects/helm-repository';
import type { OciRepositoryProps } from './objects/oci-repository';
import { escapeForFlux } from './substitution';

/** Where a chart comes from, as the source that stands beside its release. */
export type ChartSource =
  | { readonly kind: 'HelmRepository'; readonly props: HelmRepositoryProps }
  | { readonly kind: 'OCIRepository'; readonly props: OciRepositoryProps };

/** What a component consists of, in the terms of Flux. */
export interface ComponentParts {
  /** @default - no chart */
  readonly chart?: { readonly source: ChartSource; readonly release: HelmReleaseProps };
  /** A chart whose manifests the tree holds. @default - no such chart */
  readonly rendered?: ChartRelease;
  /** @default - nothing of another project's repository */
  readonly upstream?: UpstreamManifests;
  /** Objects that are applied with the chart, or by themselves. */
  readonly objects: readonly JsonObject[];
  /** Objects of kinds that the component itself brings: until it runs, the API server refuses them. */
  readonly laterObjects: readonly JsonObject[];
  /** Secrets that stand in the tree in some form. */
  readonly secrets: readonly DeliveredSecret[];
}

/** How often a chart's source is looked at: a pinned version does not change. */
const chartInterval = Duration.hours(12);
/** How often a release is compared with what it should be. */
const releaseInterval = Duration.hours(1);

/**
 * What Flux is made to do with a release, where its own defaults give up after one attempt: CRDs follow the chart's version,
 * and failed attempts are repeated. From Flux 2.7 on, a failed install is tried again in place; before, it could only be
 * uninstalled first. Source: helm-controller v1.4, `spec.install.strategy`
 */
export function releaseDefaults({ version }: Pick<Flux, 'version'>): JsonObject & ReleaseDefaults {
  const retry = { remediation: { retries: 3 } };
  const inPlace = { strategy: { name: 'RetryOnFailure' } };
  return {
    install: { crds: 'CreateReplace', ...(compareMinor(minorOf(version), '2.7') >= 0 ? inPlace : retry) },
    upgrade: { crds: 'CreateReplace', cleanupOnFail: true, remediation: { retries: 3, remediateLastFailure: true } },
    rollback: { cleanupOnFail: true, recreate: true },
  };
}
type ReleaseDefaults = Required<Pick<HelmReleaseProps, 'install' | 'upgrade' | 'rollback'>>;

/** Of what a release holds, the cluster's own business: autoscalers set the number of replicas. */
const ignoredDrift = [{ paths: ['/spec/replicas'], target: { kind: 'Deployment' } }];

/** A component as Flux carries it. Where releases are not told what `releaseDefaults` say, a parent pushes it to them. */
export function componentParts(
  cluster: Cluster<Flux>,
  component: Component,
  secrets: readonly DeliveredSecret[],
): ComponentParts {
  const { chart, manifests, rendered = false } = component;
  const release = rendered ? releaseOf(component, cluster) : undefined;
  const objects = (component.objects?.(cluster) ?? []).map((object) => escapeForFlux(object, cluster.gitops));
  const later = (object: JsonObject) => manifests !== undefined || isOwnKind(component, object);
  return {
    ...(release !== undefined && { rendered: release }),
    ...(chart !== undefined && !rendered && { chart: chartParts(cluster, component, chart) }),
    ...(manifests !== undefined && { upstream: manifests }),
    objects: objects.filter((object) => !later(object)),
    laterObjects: objects.filter(later),
    secrets,
  };
}

/** Whether there is anything to apply. */
export function isEmpty({ chart, rendered, upstream, objects, laterObjects, secrets }: ComponentParts): boolean {
  const count = objects.length + laterObjects.length + secrets.length;
  return chart === undefined && rendered === undefined && upstream === undefined && count === 0;
}

/** Objects of a component that has neither chart nor manifests can bring their CRDs along: Flux applies those first. */
function isOwnKind({ chart, provides }: Component, object: JsonObject): boolean {
  if (chart === undefined || !isKubernetesObject(object)) return false;
  const group = groupOf(object.apiVersion);
  return provides.includes(`crd/${group}`) || provides.includes(`crd/${group}/${object.kind}`);
}

function chartParts(cluster: Cluster<Flux>, component: Component, chart: HelmChart) {
  const { name, namespace } = component;
  const values = component.values?.(cluster) ?? {};
  const source = chartSource(component, chart);
  const release: HelmReleaseProps = {
    name,
    namespace,
    chart: releasedChart(source, chart),
    interval: releaseInterval,
    values: Object.keys(values).length === 0 ? undefined : escapeForFlux(values, cluster.gitops),
    ...(cluster.gitops.layout.kind === 'apps' ? {} : releaseDefaults(cluster.gitops)),
    driftDetection: { mode: cluster.gitops.driftDetection, ignore: ignoredDrift },
  };
  return { source, release };
}

function chartSource({ name, namespace }: Component, chart: HelmChart): ChartSource {
  if (!chart.repository.startsWith('oci://'))
    return { kind: 'HelmRepository', props: { name, namespace, url: chart.repository, interval: chartInterval } };
  const url = `${chart.repository.replace(/\/+$/, '')}/${chart.name}`;
  // a registry's tags know no `+`; Helm pushes a version's build under `_`
  const ref = { tag: chart.version.replaceAll('+', '_') };
  return { kind: 'OCIRepository', props: { name, namespace, url, ref, chart: true, interval: chartInterval } };
}

function releasedChart({ kind, props: { name } }: ChartSource, chart: HelmChart): ReleasedChart {
  return kind === 'OCIRepository'
    ? { chartRef: { kind, name } }
    : { chart: chart.name, version: chart.version, source: { kind, name } };
}
