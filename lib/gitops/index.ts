// the port
export type { Delivery, GitOpsEngine } from './engine';

// what every engine needs
export { sopsRules, valueRules } from './sops-rules';

// the engines: Argo CD is `lib/gitops/argocd`, Flux `lib/gitops/flux`
export { argoCdEngine } from './argocd/engine';
export { fluxEngine } from './flux/engine';
export { bootstrapSet } from './bootstrap-set';
export { engineOf, type ClusterEngine } from './engines';
