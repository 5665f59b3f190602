import { documentsFor } from '../documents/documents-for';
import { talosApiAccess as accessDocument } from '../documents/kubernetes/talos-api-access';
import { isControlPlane, type Aspect } from '../target';

/** Who may call the Talos API from inside Kubernetes. Control planes only: Talos refuses it on workers. */
export const talosApiAccess: Aspect = (target) => {
  const { apiAccess } = target.cluster.system;
  if (!isControlPlane(target) || apiAccess === undefined) return [];
  const wanted = accessDocument({ allowedRoles: apiAccess.roles, allowedKubernetesNamespaces: apiAccess.namespaces });
  return documentsFor(target, [wanted]).documents;
};
