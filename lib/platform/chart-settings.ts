import type { HelmChart, JsonObject } from '../cluster';

/** What every component that is a Helm chart lets its user choose. */
export interface ChartSettings {
  /** Exact version of the chart, as its repository spells it. @default - the version that the component is made for */
  readonly version?: string;
  /**
   * Where the chart comes from instead, e.g. a mirror: `https://…` or `oci://…`.
   * @default - the repository of the chart's own project
   */
  readonly repository?: string;
  /** Whether the tree holds the chart's manifests in place of the chart. @default false */
  readonly rendered?: boolean;
  /** Helm values laid over the component's own: maps merge, lists and scalars replace. @default - none */
  readonly values?: JsonObject;
}

/** A component's chart at the version, and from the place, that its user chose. */
export function chartAt(chart: HelmChart, { version, repository }: ChartSettings): HelmChart {
  return { ...chart, version: version ?? chart.version, repository: repository ?? chart.repository };
}
