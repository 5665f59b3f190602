import { type ArgoCd, isManaged, treePaths, type Cluster } from '../../cluster';
import { engineStages } from '../../platform';
import type { Delivery } from '../engine';
import { argoCdNamespace, type ApplicationProps } from './application';
import { foundPath, segmentFromEnd, type ApplicationSetProps } from './application-set';
import { argoCdLabels } from './labels';
import { pruneMachines } from './sync-policy';
import { gitSource } from './repository';

/** Where the layout puts things, below the cluster's root. */
export interface ApplicationSetPaths {
  /** The objects that a person applies once, which make the rest follow. */
  readonly apps: string;
  /** Argo CD's own installation. */
  readonly install: string;
  /** The components, as `<namespace>/<component>`. */
  readonly applications: string;
}

export function applicationSetPaths(cluster: Cluster<ArgoCd>): ApplicationSetPaths {
  const folder = `${treePaths(cluster).root}/argocd`;
  return { apps: `${folder}/apps`, install: `${folder}/install`, applications: `${folder}/applications` };
}

/** Argo CD follows its own installation. */
export function selfApplication(cluster: Cluster<ArgoCd>): ApplicationProps {
  const name = 'argocd';
  return {
    name,
    labels: argoCdLabels(name, cluster),
    source: gitSource(cluster, applicationSetPaths(cluster).install),
    destination: argoCdNamespace,
    sync: { version: cluster.gitops.version },
  };
}

/** Argo CD follows the machines, where Cluster API manages them. */
export function clusterApiApplication(cluster: Cluster<ArgoCd>): ApplicationProps | undefined {
  if (!isManaged(cluster)) return undefined;
  const name = 'cluster-api';
  return {
    name,
    labels: argoCdLabels(name, cluster),
    source: gitSource(cluster, treePaths(cluster).clusterApi),
    destination: cluster.machines.managedBy.namespace,
    sync: { version: cluster.gitops.version, prune: pruneMachines },
  };
}

/** One Application for each component's folder, found by the folder. */
export function platformApplicationSet(cluster: Cluster<ArgoCd>): ApplicationSetProps {
  const name = 'platform';
  const source = gitSource(cluster, `${applicationSetPaths(cluster).applications}/*/*`);
  const namespace = segmentFromEnd(source.path, 2);
  const component = segmentFromEnd(source.path, 1);
  return {
    name,
    labels: argoCdLabels(name, cluster),
    directories: [source.path],
    template: {
      name: platformApplicationName(namespace, component),
      labels: argoCdLabels(component, cluster),
      source: { ...source, path: foundPath },
      destination: namespace,
      sync: {
        version: cluster.gitops.version,
        // drivers and agents of a platform need the host; Talos enforces `baseline` where nothing is said
        namespaceLabels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
      },
    },
  };
}

/** Name of a component's Application, and of its Helm release. */
export function platformApplicationName(namespace: string, component: string): string {
  return `${namespace}-${component}`;
}

/** Each component that the engine carries, in the order of the stages. */
export function applicationSetDeliveries(cluster: Cluster<ArgoCd>): readonly Delivery[] {
  const { applications } = applicationSetPaths(cluster);
  return engineStages(cluster).flatMap((stage) =>
    stage.components.map((component) => ({
      component,
      stage,
      name: platformApplicationName(component.namespace, component.name),
      directory: `${applications}/${component.namespace}/${component.name}`,
    })),
  );
}
