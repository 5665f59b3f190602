import { App, Chart } from 'cdk8s';
import { ClusterRole } from 'cdk8s-plus-28/lib/role';
import { ClusterRoleBinding, Group } from 'cdk8s-plus-28/lib/role-binding';
import type { ClusterFacts, Component, JsonObject } from '../../cluster';

export interface OidcRbacSettings {
  /** Groups of the OIDC login by the ClusterRole that they get, e.g. `{ 'cluster-admin': ['platform-admins'] }`. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/**
 * ClusterRoles for the groups of the OIDC login: a component of objects alone.
 *
 * Its objects throw an Error on a cluster without `oidc`, where no login would ever carry such a group.
 */
export function oidcRbac(settings: OidcRbacSettings): Component {
  return {
    name: 'oidc-rbac',
    namespace: 'kube-system',
    objects: (cluster) => bindings(cluster, settings),
    provides: [],
    requires: [],
  };
}

function bindings(cluster: ClusterFacts, { groups }: OidcRbacSettings): readonly JsonObject[] {
  if (cluster.oidc === undefined) {
    throw new Error(
      `${cluster.id}: oidc-rbac binds groups of the OIDC login, got no oidc; add it to the definition, or remove oidcRbac()`,
    );
  }
  const roles = Object.entries(groups).filter(([, members]) => members.length > 0);
  if (roles.length === 0) return [];
  // a construct tree of its own: the constructs are a way to write the objects, not a part of anyone's chart
  const chart = new Chart(new App(), 'oidc-rbac');
  for (const [role, members] of roles.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const binding = new ClusterRoleBinding(chart, role, {
      // a name of our own: the generated one ends in a hash of the construct's path
      metadata: { name: `oidc-${role}` },
      role: ClusterRole.fromClusterRoleName(chart, `role-${role}`, role),
    });
    for (const group of [...members].sort()) {
      binding.addSubjects(Group.fromName(binding, group, group));
    }
  }
  return chart.toJson() as JsonObject[];
}
