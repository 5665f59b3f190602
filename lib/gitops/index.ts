// the port
export type { Delivery, GitOpsEngine } from './engine';

// what every engine needs
export { sopsRules } from './sops-rules';

// the engines: Argo CD is `lib/gitops/argocd`
export { argoCdEngine } from './argocd/engine';
export { engineOf, type ClusterEngine } from './engines';
