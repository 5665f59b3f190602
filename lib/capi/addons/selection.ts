import type { Cluster, Component } from '../../cluster';

/** The components that Cluster API installs, in the order of their stages. */
export function addonComponents({ platform }: Cluster): readonly Component[] {
  return platform.filter(({ carrier }) => carrier === 'cluster-api').flatMap(({ components }) => components);
}

/** The labels by which a component selects the clusters that get it. */
export function clusterLabelsOf(component: Component): Readonly<Record<string, string>> {
  return component.clusterLabels ?? { [`addons.plinth/${component.name}`]: 'true' };
}

/** The labels of the Cluster: those of all its addons. */
export function clusterLabels(cluster: Cluster): Readonly<Record<string, string>> {
  return Object.assign({}, ...addonComponents(cluster).map(clusterLabelsOf)) as Record<string, string>;
}

/** The component that Cluster API installs for a capability; undefined where none of its components provides it. */
export function tryFindAddon(cluster: Cluster, capability: string): Component | undefined {
  return addonComponents(cluster).find(({ provides }) => provides.includes(capability));
}

/** What keeps Cluster API from carrying the components that a cluster gives it; empty where nothing does. */
export function addonProblems(cluster: Cluster): string[] {
  const components = addonComponents(cluster);
  const labels = clusterLabels(cluster);
  return [
    ...components
      .filter(({ chart }) => chart === undefined)
      .map(
        ({ name }) => `component ${name} has no chart, got objects alone; let the GitOps engine carry it with stage()`,
      ),
    ...components
      .filter(({ chart, objects }) => chart !== undefined && objects !== undefined && objects(cluster).length > 0)
      .map(
        ({ name }) =>
          `component ${name} has objects beside its chart, which Cluster API does not carry, got ${name}; move the objects to a component of an engine's stage()`,
      ),
    ...components
      .filter((component) => Object.entries(clusterLabelsOf(component)).some(([key, value]) => labels[key] !== value))
      .map(
        (component) =>
          `component ${component.name} and another select clusters by one label with two values, got ${JSON.stringify(clusterLabelsOf(component))}; keep one of the two`,
      ),
  ];
}
