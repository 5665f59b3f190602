import type { Cluster, Flux } from '../../cluster';
import { podRequirements, repositoryRequirements, type EngineNeeds } from '../../platform';
import { fluxNamespace } from './objects/api';
import { fluxSecrets } from './secret-files';

/** API group of the FluxInstance, by which an operator installs Flux. */
const instanceKind = 'crd/fluxcd.controlplane.io';

/** What Flux waits for: what every pod does, and the operator that installs it, where one does. */
export function fluxNeeds(cluster: Cluster<Flux>): EngineNeeds {
  const { install } = cluster.gitops;
  return {
    name: cluster.gitops.kind,
    namespace: fluxNamespace,
    requires: [
      ...podRequirements(cluster),
      ...repositoryRequirements(cluster.gitops.repository),
      ...(install.kind === 'operator' ? [instanceKind] : []),
    ],
    secrets: fluxSecrets(cluster),
  };
}
