import type { Problem } from '../../../cluster';
import type { Place } from '../place';

/** Fields of the kubelet's configuration that Talos sets itself. Source: Talos `machinery/kubelet`, spelled as there. */
const fixedFields = [
  'apiVersion',
  'authentication',
  'authorization',
  'cgroupRoot',
  'kind',
  'kubeletCgroups',
  'port',
  'protectKernelDefaults',
  'resolvConf',
  'rotateCertificates',
  'systemCgroups',
  'staticPodPath',
  'seccompDefault',
];

/** What Talos sets of the kubelet stays as it is. */
export function fixedKubeletFields(config: Place): readonly Problem[] {
  return config.entries
    .filter(([key]) => fixedFields.includes(key))
    .map(([, place]) => place.problem('a field that Talos sets itself', 'leave it out'));
}
