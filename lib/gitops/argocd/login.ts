import type { ArgoCd, Cluster, ComponentSecret } from '../../cluster';
import { argoCdNamespace } from './application';

/** Secret with what Argo CD proves itself with at the login's issuer, and the key in it. */
export const clientSecret = { name: 'argocd-login', key: 'clientSecret' } as const;

/** Secret with the private age key, for a repository server that decrypts, and the key in it. */
export const ageKeySecret = { name: 'sops-age', key: 'keys.txt' } as const;

/** The Secrets that Argo CD's login reads. */
export function loginSecrets({ gitops: { server } }: Cluster<ArgoCd>): readonly ComponentSecret[] {
  const reference = server?.login?.clientSecret;
  if (reference === undefined) return [];
  return [
    {
      name: clientSecret.name,
      namespace: argoCdNamespace,
      // Argo CD reads no Secret without it
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
      data: { [clientSecret.key]: reference },
    },
  ];
}
