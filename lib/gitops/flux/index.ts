// Flux's objects, each usable alone: as data, or as a construct of one's own chart
export {
  fluxNamespace,
  sourceTimeout,
  type NameReference,
  type ObjectProps,
  type SourceReference,
} from './objects/api';
export { Alert, alertObject, Provider, providerObject, type AlertProps, type ProviderProps } from './objects/alert';
export {
  ArtifactGenerator,
  artifactGeneratorObject,
  externalArtifact,
  type ArtifactCopy,
  type ArtifactGeneratorProps,
  type GeneratedArtifact,
  type GeneratorSource,
} from './objects/artifact-generator';
export { FluxInstance, fluxInstanceObject, type FluxInstanceProps, type FluxSync } from './objects/flux-instance';
export {
  GitRepository,
  gitRepositoryObject,
  type GitReference,
  type GitRepositoryProps,
} from './objects/git-repository';
export {
  HelmRelease,
  helmReleaseObject,
  type HelmReleaseProps,
  type ReleasedChart,
  type ValuesSource,
} from './objects/helm-release';
export { HelmRepository, helmRepositoryObject, type HelmRepositoryProps } from './objects/helm-repository';
export {
  Kustomization,
  kustomizationObject,
  type Decryption,
  type DeletionPolicy,
  type ImageOverride,
  type KustomizationProps,
  type KustomizationReference,
  type PostBuild,
} from './objects/kustomization';
export { OciRepository, ociRepositoryObject, type OciRepositoryProps } from './objects/oci-repository';
export { pushEvents, Receiver, receiverObject, type NotifiedObject, type ReceiverProps } from './objects/receiver';
export {
  ResourceSet,
  resourceSetObject,
  type InputsFrom,
  type ResourceSetDependency,
  type ResourceSetProps,
} from './objects/resource-set';
export {
  ResourceSetInputProvider,
  resourceSetInputProviderObject,
  type ResourceSetInputProviderProps,
} from './objects/resource-set-input-provider';

// what stands beside them
export { kustomizeFile, type KustomizeFileOptions } from './kustomize-file';
export { releaseDefaults } from './component-parts';
export { escapeForFlux } from './substitution';

// a cluster's own
export { fluxEngine, fluxFiles, fluxObjectFiles } from './engine';
export { fluxSecrets } from './secret-files';
export { fluxProblems } from './problems';
export type { FluxFile } from './tree';
