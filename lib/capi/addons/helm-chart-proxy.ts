import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, Component } from '../../cluster';
import { emitValue } from '../../yaml';
import { apiVersions } from '../contract';
import { managed } from '../managed';
import { clusterLabelsOf } from './selection';

/**
 * A component as CAAPH installs it: its chart at the pinned version, on the clusters with the component's labels. There
 * is no `options.wait`: the first addon is the network itself, for which nothing could wait.
 *
 * @throws Error for a component without a chart, or where Cluster API does not make the cluster's machines
 */
export function helmChartProxyObject(definition: Cluster, component: Component): KubernetesObject {
  const cluster = managed(definition);
  const { chart } = component;
  if (chart === undefined) {
    throw new Error(`component ${component.name} has no chart, got objects alone; let the GitOps engine carry it`);
  }
  const values = component.values?.(cluster);
  return {
    apiVersion: apiVersions(cluster).helm,
    kind: 'HelmChartProxy',
    metadata: { name: component.name, namespace: cluster.machines.managedBy.namespace },
    spec: {
      clusterSelector: { matchLabels: { ...clusterLabelsOf(component) } },
      // CAAPH takes an OCI chart by the registry path above it, as Component does. Source: CAAPH `internal/helm_client.go`
      repoURL: chart.repository,
      chartName: chart.name,
      version: chart.version,
      releaseName: component.name,
      namespace: component.namespace,
      valuesTemplate: values === undefined ? undefined : escapeTemplate(emitValue(values)),
    },
  };
}

/** CAAPH reads the values as a Go template: braces that belong to a value are written as a string of the template. */
function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '{{`{{`}}');
}

/** A Helm chart on the clusters that its labels select. */
export class HelmChartProxy extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, component: Component) {
    super(scope, id, helmChartProxyObject(cluster, component));
  }
}
