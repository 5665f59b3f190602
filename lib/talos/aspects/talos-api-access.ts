import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/**
 * Who may call the Talos API from inside Kubernetes. Control planes only: Talos refuses it on workers.
 * Talos keeps one list of roles and one of namespaces: each namespace may ask for each role.
 */
export const talosApiAccess: Aspect = (target) => {
  const namespaces = Object.keys(target.cluster.system.apiAccess);
  if (!isControlPlane(target) || namespaces.length === 0) return [];
  const fields = {
    allowedRoles: [...new Set(Object.values(target.cluster.system.apiAccess).flat())].sort(),
    allowedKubernetesNamespaces: namespaces,
  };
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeTalosAPIAccessConfig', fields)]
    : [{ machine: { features: { kubernetesTalosAPIAccess: { enabled: true, ...fields } } } }];
};
