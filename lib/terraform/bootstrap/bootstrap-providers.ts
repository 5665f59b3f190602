import type { Construct } from 'constructs';
import type { KubernetesAccess } from './access';
import { HelmProvider } from './providers/helm/generated/provider';
import { KubectlProvider } from './providers/kubectl/generated/provider';
import { KubernetesProvider } from './providers/kubernetes/generated/provider';

/**
 * How often an object is tried again, with pauses of three to thirty seconds: about a quarter of an hour, in which an
 * operator brings the kinds and webhooks that a later object needs. Source: kubectl provider, `apply_retry_count`.
 */
const retries = 30;

/**
 * The providers that speak to Kubernetes, all to the same cluster. Without access given, each reads `KUBE_CONFIG_PATH`
 * from its environment.
 */
export function bootstrapProviders(scope: Construct, access: KubernetesAccess | undefined): void {
  const connection = connectionOf(access);
  new HelmProvider(scope, 'helm', connection === undefined ? {} : { kubernetes: connection });
  new KubernetesProvider(scope, 'kubernetes', connection ?? {});
  new KubectlProvider(scope, 'kubectl', {
    ...connection,
    // else it reads the user's own kubeconfig beside the credentials
    ...(access !== undefined && { loadConfigFile: 'kubeconfig' in access }),
    applyRetryCount: retries,
  });
}

function connectionOf(access: KubernetesAccess | undefined) {
  if (access === undefined) return undefined;
  if (!('kubeconfig' in access)) return access;
  const { kubeconfig: configPath, context } = access;
  return { configPath, ...(context !== undefined && { configContext: context }) };
}
