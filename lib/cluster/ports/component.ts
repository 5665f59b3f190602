import { z } from 'zod';
import type { ClusterFacts } from '../facts';
import type { JsonObject } from '../json';
import type { SecretRef } from '../secret';

/** A Helm chart at a pinned version. */
export interface HelmChart {
  readonly name: string;
  /** Exact version, as the repository spells it. */
  readonly version: string;
  /** `https://…` for a chart repository, `oci://…` for a registry path that holds the chart. */
  readonly repository: string;
}

/** A Secret that a component reads, in its namespace. */
export interface ComponentSecret {
  /** Name of the Secret. */
  readonly name: string;
  /** By key: a text, or the reference of a secret. */
  readonly data: Readonly<Record<string, string | SecretRef>>;
}

/**
 * One part of the platform: what it is, never who carries it. An engine turns it into an Application and a wrapper
 * chart, a HelmRelease, a HelmChartProxy or a bootstrap step.
 */
export interface Component {
  /** DNS-1123 label, unique in its namespace. */
  readonly name: string;
  readonly namespace: string;
  /** @default - the component consists of `objects` alone */
  readonly chart?: HelmChart;
  /** Helm values; the same cluster always gives the same values. @default - none */
  readonly values?: (cluster: ClusterFacts) => JsonObject;
  /** Kubernetes objects beside the chart. @default - none */
  readonly objects?: (cluster: ClusterFacts) => readonly JsonObject[];
  /** Secrets that must be there before it runs. @default - none */
  readonly secrets?: (cluster: ClusterFacts) => readonly ComponentSecret[];
  /** Capabilities that others may require, e.g. `cni`, `crd/cert-manager.io`. */
  readonly provides: readonly string[];
  /** Capabilities that must come from this or an earlier stage. */
  readonly requires: readonly string[];
  /**
   * Labels by which Cluster API's addon provider selects the clusters that get the component, e.g. `{ cni: 'cilium' }`.
   * @default - `{ 'addons.plinth/<name>': 'true' }`, see `clusterLabelsOf`
   */
  readonly clusterLabels?: Readonly<Record<string, string>>;
}

export const componentShape = z.custom<Component>(
  (value) =>
    typeof value === 'object' && value !== null && 'name' in value && 'namespace' in value && 'provides' in value,
  { error: 'must be a component such as certManager()' },
);
