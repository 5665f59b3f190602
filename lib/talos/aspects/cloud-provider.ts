import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, usesCloudProvider, type Aspect } from '../target';

const EXTERNAL = { 'cloud-provider': 'external' };

/** The cloud controller manager runs as a component of the platform, not inside the controller manager. */
export const cloudProvider: Aspect = (target) => {
  if (!usesCloudProvider(target.cluster)) return [];
  // stays in the main document under every contract
  const external = { externalCloudProvider: { enabled: true } };
  if (!isControlPlane(target)) return [{ cluster: external }];
  return hasKubernetesDocuments(target.contract)
    ? [{ cluster: external }, document('KubeControllerManagerConfig', { extraArgs: EXTERNAL })]
    : [{ cluster: { ...external, controllerManager: { extraArgs: EXTERNAL } } }];
};
