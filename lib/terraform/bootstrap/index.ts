export type { ClientCredentials, Kubeconfig, KubernetesAccess } from './access';
export { ArgoCdBootstrap, type ArgoCdBootstrapProps } from './argo-cd';
export { engineVersion, fluxSync } from './definition';
export { FluxBootstrap, type FluxBootstrapProps } from './flux';
export type { FluxSync } from './flux-instance';
export type { Keeper } from './keeper';
export { argoCdChart, fluxReleases, type FluxReleases, type Release } from './releases';
export type { SecretInput } from './secret-input';
