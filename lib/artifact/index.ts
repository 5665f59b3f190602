export type { Artifact, Body } from './artifact';
export { releaseOf, type ChartArtifact, type ChartRelease } from './chart-artifact';
export {
  groupOf,
  identityKey,
  identityOf,
  isKubernetesObject,
  type Identity,
  type KubernetesObject,
} from './kubernetes-object';
export { isSealed } from './sealed';
export type { OpenedSources, SecretArtifact, SecretSource } from './secret-artifact';
