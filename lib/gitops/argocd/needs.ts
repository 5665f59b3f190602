import { ageIdentity, secretDelivery, type ArgoCd, type Cluster } from '../../cluster';
import { podRequirements, repositoryRequirements, type EngineNeeds } from '../../platform';
import { accessSecrets } from './access';
import { argoCdNamespace } from './application';
import { ageKeySecret } from './login';

/** What Argo CD waits for: what every pod does, the private age key where it decrypts itself, its login. */
export function argoCdNeeds(cluster: Cluster<ArgoCd>): EngineNeeds {
  const { name, key } = ageKeySecret;
  return {
    name: cluster.gitops.kind,
    namespace: argoCdNamespace,
    requires: [...podRequirements(cluster), ...repositoryRequirements(cluster.gitops.repository)],
    secrets: [
      ...(secretDelivery(cluster) === 'ksops' ? [{ name, data: { [key]: ageIdentity() } }] : []),
      ...accessSecrets(cluster).flatMap(({ secret, form }) => (form === 'by-hand' ? [secret] : [])),
    ],
  };
}
