import type { Artifact, Body } from '../../artifact';
import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { escapeForHelm } from './helm-escape';

/** Version of every wrapper chart: it is never published, and what changes in it shows in Git. */
const wrapperVersion = '0.1.0';

/**
 * A component as a Helm chart of the tree that wraps the component's own: `Chart.yaml` names it as the one dependency,
 * `values.yaml` holds its values under its name, `templates/` the objects beside it. Each part only where there is
 * something to say.
 */
export function wrapperChart(component: Component, cluster: ClusterFacts, directory: string): readonly Artifact[] {
  const { name, chart } = component;
  const values = component.values?.(cluster) ?? {};
  const objects = component.objects?.(cluster) ?? [];
  const file = (path: string, ...documents: JsonObject[]): Artifact => {
    const body: Body = { format: 'yaml', documents };
    return { path: `${directory}/${path}`, owner: cluster.id, body };
  };
  return [
    file('Chart.yaml', chartFile(name, chart)),
    ...(chart !== undefined && Object.keys(values).length > 0 ? [file('values.yaml', { [chart.name]: values })] : []),
    ...(objects.length > 0 ? [file(`templates/${name}.yaml`, ...objects.map(escapeForHelm))] : []),
  ];
}

/** `Chart.yaml` of a chart of the tree. */
export function chartFile(name: string, dependency?: HelmChart): JsonObject {
  return {
    apiVersion: 'v2',
    name,
    version: wrapperVersion,
    dependencies:
      dependency === undefined
        ? undefined
        : [{ name: dependency.name, version: dependency.version, repository: dependency.repository }],
  };
}
