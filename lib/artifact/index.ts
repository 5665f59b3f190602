export type { Artifact, Body } from './artifact';
export {
  groupOf,
  identityKey,
  identityOf,
  isKubernetesObject,
  type Identity,
  type KubernetesObject,
} from './kubernetes-object';
export { Manifest } from './manifest';
export { ManifestFile, type ManifestFileProps } from './manifest-file';
