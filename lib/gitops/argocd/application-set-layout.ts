import { type ArgoCd, isManaged, secretDelivery, treePaths, type Cluster } from '../../cluster';
import { engineStages } from '../../platform';
import type { Delivery } from '../engine';
import { argoCdNamespace, type ApplicationProps } from './application';
import { foundPath, segmentExpression, segmentFromEnd, type ApplicationSetProps } from './application-set';
import { generatedSecretsFolder, generatedSecretsName } from './component-folder';
import { argoCdLabels } from './labels';
import { namespaceLevels, templateLabels } from './pod-security';
import { pruneMachines } from './sync-policy';
import { gitSource } from '../repository';

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
  const depth = source.path.split('/').length;
  const generates = secretDelivery(cluster) === 'ksops';
  return {
    name,
    labels: argoCdLabels(name, cluster),
    directories: [source.path, ...(generates ? [`${source.path}/${generatedSecretsFolder}`] : [])],
    template: {
      name: generates
        ? generatedName(platformApplicationName(namespace, component), depth)
        : platformApplicationName(namespace, component),
      labels: argoCdLabels(component, cluster),
      source: { ...source, path: foundPath },
      destination: namespace,
      sync: {
        version: cluster.gitops.version,
        namespaceLabels: templateLabels(namespaceLevels(cluster), segmentExpression(source.path, 2)),
      },
    },
  };
}

/** The Go template of a name that says so where the folder is that of secrets which Kustomize decrypts, one level deeper. */
function generatedName(name: string, depth: number): string {
  return `${name}{{ if gt (len .path.segments) ${String(depth)} }}${generatedSecretsName('')}{{ end }}`;
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
