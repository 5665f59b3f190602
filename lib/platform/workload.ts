import type { ObjectReference } from '../cluster';

/** A workload, by whose rollout a component's health can be read. */
export function workload(
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet',
  namespace: string,
  name: string,
): ObjectReference {
  return { apiVersion: 'apps/v1', kind, namespace, name };
}

/** A Deployment, likewise. */
export function deployment(namespace: string, name: string): ObjectReference {
  return workload('Deployment', namespace, name);
}

/** Deployments of one namespace. */
export function deployments(namespace: string, ...names: string[]): readonly ObjectReference[] {
  return names.map((name) => deployment(namespace, name));
}

/** A DaemonSet, likewise. */
export function daemonSet(namespace: string, name: string): ObjectReference {
  return workload('DaemonSet', namespace, name);
}

/** The definition of a kind, by its name, e.g. `certificates.cert-manager.io`: established once the API serves the kind. */
export function definitionOf(name: string): ObjectReference {
  return { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name };
}
