import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { DriftMode, Duration, JsonObject } from '../../../cluster';
import { helmApi, metadataOf, referenceTo, type ObjectProps, type SourceReference } from './api';

/** The chart of a release: out of a repository of charts, or all that a source of its own holds. */
export type ReleasedChart =
  | {
      readonly chart: string;
      /** Exact version, as the repository spells it. */
      readonly version: string;
      readonly source: SourceReference<'HelmRepository' | 'GitRepository' | 'Bucket'>;
      /** How often the source is asked for it. @default - the release's interval */
      readonly interval?: Duration;
    }
  | { readonly chartRef: SourceReference<'OCIRepository' | 'HelmChart' | 'ExternalArtifact'> };

/** Where values come from besides `values`; what is named later wins. */
export interface ValuesSource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** @default 'values.yaml' */
  readonly valuesKey?: string;
  /** Dotted path of one value. @default - the key holds a whole file of values */
  readonly targetPath?: string;
  /** @default false */
  readonly optional?: boolean;
}

export interface HelmReleaseProps extends ObjectProps {
  readonly chart: ReleasedChart;
  /** How often it is reconciled. */
  readonly interval: Duration;
  /** For each action of Helm. @default - Flux's own, five minutes */
  readonly timeout?: Duration;
  /** At most 53 characters. @default - the object's name, after that of `targetNamespace` where there is one */
  readonly releaseName?: string;
  /** @default - the object's namespace */
  readonly targetNamespace?: string;
  /** @default - none */
  readonly values?: JsonObject | undefined;
  /** @default - none */
  readonly valuesFrom?: readonly ValuesSource[];
  /** HelmReleases that must be ready before. @default - none */
  readonly dependsOn?: readonly { readonly name: string; readonly namespace?: string }[];
  /** What is done with a failed install. @default - Flux's own: nothing */
  readonly install?: JsonObject | undefined;
  /** @default - Flux's own */
  readonly upgrade?: JsonObject | undefined;
  /** @default - Flux's own */
  readonly rollback?: JsonObject | undefined;
  /** Whether drift is undone, told or ignored; and of which fields it never is. @default - Flux's own: ignored */
  readonly driftDetection?: {
    readonly mode: DriftMode;
    readonly ignore?: readonly { readonly paths: readonly string[]; readonly target?: { readonly kind: string } }[];
  };
  /** Kustomize patches of what the chart renders. @default - none */
  readonly postRenderers?: readonly JsonObject[];
  /** @default false */
  readonly suspend?: boolean;
}

/** A Flux HelmRelease as data. */
export function helmReleaseObject(props: HelmReleaseProps): KubernetesObject {
  const { driftDetection } = props;
  return {
    apiVersion: helmApi,
    kind: 'HelmRelease',
    metadata: metadataOf(props),
    spec: {
      ...chartOf(props.chart),
      interval: props.interval.toGoString(),
      timeout: props.timeout?.toGoString(),
      releaseName: props.releaseName,
      targetNamespace: props.targetNamespace,
      values: props.values,
      valuesFrom: props.valuesFrom?.map((source) => ({ ...source })),
      dependsOn: props.dependsOn?.map(({ name, namespace }) => ({ name, namespace })),
      install: props.install,
      upgrade: props.upgrade,
      rollback: props.rollback,
      driftDetection: driftDetection && {
        mode: driftDetection.mode,
        ignore: driftDetection.ignore?.map(({ paths, target }) => ({ paths, target: target && { ...target } })),
      },
      postRenderers: props.postRenderers,
      suspend: props.suspend,
    },
  };
}

function chartOf(chart: ReleasedChart): JsonObject {
  if ('chartRef' in chart) return { chartRef: referenceTo(chart.chartRef) };
  return {
    chart: {
      spec: {
        chart: chart.chart,
        version: chart.version,
        sourceRef: referenceTo(chart.source),
        interval: chart.interval?.toGoString(),
      },
    },
  };
}

/** A Flux HelmRelease. */
export class HelmRelease extends Manifest {
  constructor(scope: Construct, id: string, props: HelmReleaseProps) {
    super(scope, id, helmReleaseObject(props));
  }
}
