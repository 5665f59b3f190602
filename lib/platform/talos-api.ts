import { apiPorts, type ClusterFacts, type TrafficRule } from '../cluster';

type TalosRole = NonNullable<ClusterFacts['system']['apiAccess']>['roles'][number];

/** Who calls the Talos API from a pod, and as what. */
export interface TalosApiCaller {
  /** Name of the component. */
  readonly name: string;
  readonly namespace: string;
  readonly role: TalosRole;
}

/**
 * That the definition lets a component call the Talos API: Talos makes no credentials for another namespace or role.
 *
 * @throws Error where `system.apiAccess` does not name both
 */
export function expectTalosApi({ id, system }: ClusterFacts, { name, namespace, role }: TalosApiCaller): void {
  const access = system.apiAccess ?? { namespaces: [], roles: [] };
  if (access.namespaces.includes(namespace) && access.roles.includes(role)) return;
  const got = `namespaces ${listed(access.namespaces)} and roles ${listed(access.roles)}`;
  throw new Error(
    `${id}: ${name} calls the Talos API as ${role} from namespace ${namespace}, got ${got}; add what is missing to system.apiAccess`,
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '(none)' : names.join(', ');
}

/** The Talos API answers on the machines of the control plane, where the Kubernetes API does. */
export const talosApiTraffic: TrafficRule = { peer: 'kube-apiserver', ports: [{ port: apiPorts.talos }] };
