import { groupOf, isKubernetesObject, type KubernetesObject } from '../../artifact';
import type { Cluster, Flux, JsonObject, Problem } from '../../cluster';
import { engineStages } from '../../platform';
import { secretProblems } from '../secrets';
import { layoutTree } from './layouts';
import { own } from './names';
import { fluxNamespace, operatorApi } from './objects/api';
import type { Unit } from './units';

/** Flux writes the name of a Kustomization into a label of all that it applies. Source: kustomize-controller */
const longestName = 63;

/** Kinds that have a namespace; where a file names none, Flux puts them into `default`. Source: Kubernetes API reference */
const namespacedKinds: Readonly<Record<string, readonly string[]>> = {
  '': [
    'ConfigMap',
    'Endpoints',
    'LimitRange',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ],
  apps: ['DaemonSet', 'Deployment', 'StatefulSet'],
  autoscaling: ['HorizontalPodAutoscaler'],
  batch: ['CronJob', 'Job'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
};

/** What Flux cannot carry in the cluster's layout, though the definition is sound by itself. */
export function fluxProblems(cluster: Cluster<Flux>): readonly Problem[] {
  const { units } = layoutTree(cluster);
  return [...nameProblems(cluster, units), ...objectProblems(cluster), ...secretProblems(cluster)];
}

function pathOf({ carried: { stage, component } }: Unit): string {
  return `platform.${stage.name}.${component.name}`;
}

function nameProblems(cluster: Cluster<Flux>, units: readonly Unit[]): Problem[] {
  const held = new Map(Object.values(own).map((name) => [`${fluxNamespace}/${name}`, 'Flux itself']));
  const problems: Problem[] = [];
  if (cluster.gitops.layout.kind === 'stages') {
    for (const { name } of new Set(units.map(({ carried }) => carried.stage))) {
      const holder = held.get(`${fluxNamespace}/${name}`);
      if (holder !== undefined) problems.push(twin(`platform.${name}`, holder, name));
      held.set(`${fluxNamespace}/${name}`, `stage ${name}`);
    }
  }
  for (const unit of units) {
    const id = `${unit.namespace}/${unit.name}`;
    const holder = held.get(id);
    if (holder !== undefined) problems.push(twin(pathOf(unit), holder, unit.name));
    held.set(id, unit.carried.id);
    if (unit.name.length > longestName)
      problems.push({
        path: pathOf(unit),
        what: `too long a name for a Kustomization (${String(unit.name.length)} characters)`,
        got: unit.name,
        allowed: `${String(longestName)} characters or fewer`,
        fix: 'shorten it, or that of its stage',
      });
  }
  return problems;
}

function twin(path: string, holder: string, name: string): Problem {
  return {
    path,
    what: `its Kustomization would have the name of that of ${holder}`,
    got: name,
    allowed: `any name but ${Object.values(own).join(', ')}, each once`,
    fix: 'rename it',
  };
}

function objectProblems(cluster: Cluster<Flux>): Problem[] {
  return engineStages(cluster).flatMap((stage) =>
    stage.components.flatMap((component) =>
      (component.objects?.(cluster) ?? []).flatMap((object): Problem[] => {
        const path = `platform.${stage.name}.${component.name}`;
        if (isFluxInstance(object))
          return [
            {
              path,
              what: 'a second FluxInstance, where the operator takes one',
              got: component.name,
              allowed: 'the one that flux() makes',
              fix: 'remove the component, and say in gitops what it said',
            },
          ];
        if (!isKubernetesObject(object) || !lacksNamespace(object)) return [];
        return [
          {
            path,
            what: 'an object that names no namespace: Flux would put it into default',
            got: `${object.kind} ${object.metadata.name}`,
            allowed: 'a namespace in the metadata of every object that has one',
            fix: `write ${component.namespace}`,
          },
        ];
      }),
    ),
  );
}

function isFluxInstance(object: JsonObject): boolean {
  return (
    isKubernetesObject(object) && groupOf(object.apiVersion) === groupOf(operatorApi) && object.kind === 'FluxInstance'
  );
}

function lacksNamespace({ apiVersion, kind, metadata }: KubernetesObject): boolean {
  return metadata.namespace === undefined && namespacedKinds[groupOf(apiVersion)]?.includes(kind) === true;
}
