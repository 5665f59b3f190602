import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Who may call the Talos API from inside Kubernetes. Control planes only: Talos refuses it on workers. */
export const talosApiAccess: Aspect = (target) => {
  const { apiAccess } = target.cluster.system;
  if (!isControlPlane(target) || apiAccess === undefined) return [];
  const fields = { allowedRoles: apiAccess.roles, allowedKubernetesNamespaces: apiAccess.namespaces };
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeTalosAPIAccessConfig', fields)]
    : [{ machine: { features: { kubernetesTalosAPIAccess: { enabled: true, ...fields } } } }];
};
