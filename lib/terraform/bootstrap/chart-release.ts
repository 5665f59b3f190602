import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../cluster';
import { literal, named } from '../naming';
import { lifecycleOf, type Keeper } from './keeper';
import { Release as HelmRelease } from './providers/helm/generated/release';
import { sourceOf, type Release } from './releases';

export interface ChartReleaseProps {
  readonly chart: string;
  /** The repository's URL, and the chart's version. */
  readonly release: Release;
  readonly namespace: string;
  readonly values: JsonObject;
  readonly keeper: Keeper;
  readonly address: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Seconds that a chart has to become ready, its jobs included. */
const timeout = 600;

/** A Helm release under its chart's name, as Flux's HelmRelease of that name and namespace will find it. */
export function chartRelease(
  scope: Construct,
  { chart, release, namespace, values, keeper, address, dependsOn }: ChartReleaseProps,
): HelmRelease {
  const made = new HelmRelease(scope, `chart-${address.join('-')}`, {
    name: chart,
    chart,
    repository: sourceOf(release),
    version: release.version,
    namespace,
    values: [literal(JSON.stringify(values))],
    wait: true,
    waitForJobs: true,
    timeout,
    dependsOn: [...dependsOn],
    lifecycle: lifecycleOf(keeper),
  });
  return named(made, ...address);
}
