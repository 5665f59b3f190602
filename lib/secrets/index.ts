// what making a secret takes from the world
export type { Entropy, Issuance } from './pki/issuance';
export type { CertificateAndKey } from './pki/certificate-and-key';
// the secrets bundle of a Talos cluster
export type { EtcdEncryption, SecretsBundle } from './bundle/bundle';
export { encodePem } from './bundle/base64';
export { BundleError, type BundleProblem } from './bundle/bundle-error';
export { formatBundle } from './bundle/format';
export { generateBundle, type BundleOptions } from './bundle/generate';
export { parseBundle } from './bundle/parse';
// credentials made from it
export { issueKubernetesClient, newKubeconfig, type KubernetesClientOptions } from './credentials/kubeconfig';
export { readTalosconfig, type TalosClient, type Talosconfig, type TalosContext } from './credentials/read-talosconfig';
export { rotateTalosconfig, type RotationOptions } from './credentials/rotate-talosconfig';
export { issueTalosClient } from './credentials/talos-client';
export { newTalosconfig, type TalosconfigOptions } from './credentials/talosconfig';
export { checkRoles, type TalosRole } from './credentials/talos-roles';
