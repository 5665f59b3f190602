import { App, Chart } from 'cdk8s';
import { type ClusterFacts, type Component, type HelmChart, type JsonObject } from '../../cluster';
import {
  DeadlockResolver,
  resolverDefaults,
  resolverEnvironment,
  type DeadlockResolverOptions,
} from './deadlock-resolver';

/** Where the resolver comes from: an image, whose objects are made here, or a chart that brings its own. */
type Source =
  | { readonly image: string; readonly chart?: undefined }
  | {
      readonly chart: HelmChart;
      /** Helm values beside the environment, which the chart reads from `env`. */
      readonly values?: JsonObject;
      readonly image?: undefined;
    };

export type DeadlockResolverSettings = DeadlockResolverOptions & {
  /** Namespace that it runs in. @default 'cacppt-system' */
  readonly namespace?: string;
} & Source;

/** Frees Talos control planes whose rollout is stuck, as a component that any engine carries. */
export function deadlockResolver(settings: DeadlockResolverSettings): Component {
  const { namespace = resolverDefaults.namespace } = settings;
  const common = { name: resolverDefaults.name, namespace, provides: [], requires: [] };
  if (settings.chart === undefined) {
    return { ...common, objects: (cluster) => resolverObjects(cluster, settings.image, namespace, settings) };
  }
  const { chart, values } = settings;
  return { ...common, chart, values: () => ({ ...values, env: resolverEnvironment(settings) }) };
}

function resolverObjects(
  { name, machines }: ClusterFacts,
  image: string,
  namespace: string,
  { pollInterval, stuckThreshold, dryRun }: DeadlockResolverOptions,
): readonly JsonObject[] {
  // a construct tree of its own: the construct is a way to write the objects, not a part of anyone's chart
  const chart = new Chart(new App(), 'deadlock-resolver');
  new DeadlockResolver(chart, 'resolver', {
    image,
    namespace,
    clusters: [name],
    clusterNamespace: 'managedBy' in machines ? machines.managedBy.namespace : undefined,
    pollInterval,
    stuckThreshold,
    dryRun,
  });
  return chart.toJson() as JsonObject[];
}
