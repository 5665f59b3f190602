import type { HelmChart, JsonObject } from '../cluster';

/** What every component that is a Helm chart lets its user choose. */
export interface ChartSettings {
  /** Exact version of the chart, as its repository spells it. @default - the version that the component is made for */
  readonly version?: string;
  /** Helm values laid over the component's own: maps merge, lists and scalars replace. @default - none */
  readonly values?: JsonObject;
}

/** A component's chart at the version that its user chose. */
export function chartAt(chart: HelmChart, { version }: ChartSettings): HelmChart {
  return { ...chart, version: version ?? chart.version };
}
