import type { ClusterFacts, Component, JsonObject, Traffic } from '../cluster';
import { ciliumPolicy } from './cilium-policy';
import { kubernetesPolicy, type PolicySubject } from './kubernetes-policy';

export interface Isolation {
  /** Whose network policies: those of Kubernetes, which many CNIs keep, or Cilium's own. */
  readonly with: 'kubernetes' | 'cilium';
  /** Labels of the component's pods, for a namespace that it shares. @default - every pod of its namespace */
  readonly pods?: Readonly<Record<string, string>>;
  /** Traffic beside what the component says itself, e.g. from those who read its metrics. @default - none */
  readonly more?: Traffic;
}

/** Namespaces in which a policy over every pod would cut off the cluster itself. */
const systemNamespaces: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'default'];

/**
 * A component whose pods talk to nobody but those it needs: name resolution, its own namespace, and its `traffic`.
 *
 * Throws an Error where the component does not say who it talks to, and for a namespace of the system without `pods`.
 */
export function isolated(component: Component, isolation: Isolation): Component {
  const { name, namespace, traffic } = component;
  if (traffic === undefined) {
    throw new Error(
      `${namespace}/${name}: network policies are made of a component's traffic, got none; add traffic to the component, or leave it as it is`,
    );
  }
  if (isolation.pods === undefined && systemNamespaces.includes(namespace)) {
    throw new Error(
      `${namespace}/${name}: a policy over every pod of ${namespace} would cut off others, got no pods; name the labels of its pods`,
    );
  }
  const { more = {} } = isolation;
  const subject: PolicySubject = {
    name,
    namespace,
    pods: isolation.pods,
    to: [...(traffic.to ?? []), ...(more.to ?? [])],
    from: [...(traffic.from ?? []), ...(more.from ?? [])],
  };
  const policy = (cluster: ClusterFacts): JsonObject =>
    isolation.with === 'cilium' ? ciliumPolicy(subject) : kubernetesPolicy(cluster, subject);
  return {
    ...component,
    objects: (cluster) => [...(component.objects?.(cluster) ?? []), policy(cluster)],
    requires:
      isolation.with === 'cilium' ? [...component.requires, 'crd/cilium.io/CiliumNetworkPolicy'] : component.requires,
  };
}
