import type { KubernetesObject } from './kubernetes-object';
import type { ClusterFacts, Component, HelmChart, JsonObject } from '../cluster';

/** A release of a Helm chart: all that decides its manifests, besides the chart's own bytes. */
export interface ChartRelease {
  readonly chart: HelmChart;
  /** Name of the release. */
  readonly name: string;
  readonly namespace: string;
  readonly values: JsonObject;
  /** Exact version of Kubernetes that the chart is told, e.g. `v1.35.0`. */
  readonly kubernetes: string;
  /** API versions that the chart is told of, beside those of Kubernetes, e.g. `monitoring.coreos.com/v1`. @default - none */
  readonly apiVersions?: readonly string[];
  /** Whether the CRDs of the chart's `crds/` come along. @default true */
  readonly crds?: boolean;
}

/**
 * One file of the tree that holds a chart's manifests. A rendering says which release; what it holds is made by synthesis,
 * which has the chart's bytes.
 */
export interface ChartArtifact {
  /** Path inside the tree, e.g. `clusters/prod/edge/argocd/applications/cert-manager/cert-manager/rendered.yaml`. */
  readonly path: string;
  /** Who makes the file: the id of a cluster, `<group>/<name>`. */
  readonly owner: string;
  readonly release: ChartRelease;
  /** How an object is written for whoever reads the file. @default - as it is */
  readonly written?: (object: KubernetesObject) => KubernetesObject;
}

/**
 * The release by which a component's chart runs on a cluster; absent where the component has no chart.
 *
 * @param name of the release. @default - the component's name
 */
export function releaseOf(component: Component, cluster: ClusterFacts, name?: string): ChartRelease | undefined {
  const { chart, namespace, values } = component;
  if (chart === undefined) return undefined;
  const kubernetes = cluster.versions.kubernetes;
  return { chart, name: name ?? component.name, namespace, values: values?.(cluster) ?? {}, kubernetes };
}
