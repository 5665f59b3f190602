import type { Problem } from '../problem';
import { decryptedForm, decryptingComponents, secretDelivery } from '../secret-delivery';
import { rule } from './rule';

const path = 'gitops.secrets';

/** Components of the library that decrypt a form, for the advice. */
const decrypting = { 'sops-secrets': 'sopsSecretsOperator()', 'external-secrets': 'clusterSecretStore()' } as const;

export const secretDeliveryRules = [
  rule(['gitops', 'platform'], ({ gitops, platform }): Problem[] => {
    const delivery = secretDelivery({ gitops, platform });
    if (gitops.kind === 'argo-cd' && delivery === 'files')
      return [
        {
          path: `${path}.delivery`,
          what: 'Argo CD decrypts no files',
          got: delivery,
          allowed: 'sops-secrets, ksops, by-hand, or externalSecrets()',
          fix: `add ${decrypting['sops-secrets']} to the platform and leave delivery out`,
        },
      ];
    if (gitops.kind === 'flux' && delivery === 'ksops')
      return [
        {
          path: `${path}.delivery`,
          what: 'Flux runs no generators of Kustomize',
          got: delivery,
          allowed: 'files, sops-secrets, by-hand, or externalSecrets()',
          fix: 'leave delivery out: Flux decrypts SOPS files itself',
        },
      ];
    const form = decryptedForm(delivery);
    if (form === undefined || decryptingComponents({ platform }, form).length > 0) return [];
    return [
      {
        path: form === 'external-secrets' ? path : `${path}.delivery`,
        what: 'no component of the platform makes Secrets of that form',
        got: delivery,
        allowed: `a platform with a component that says decrypts: '${form}'`,
        fix: `add ${decrypting[form]} to a stage${form === 'sops-secrets' ? ', or leave delivery out' : ', or use sops()'}`,
      },
    ];
  }),
];
