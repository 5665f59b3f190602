import { hasKubernetesDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { isControlPlane, kubernetesImage, type GenerateInputs } from '../../generate/inputs';
import type { EncryptionSecret } from '../../generate/secrets';
import { certificateNames } from './certificate-names';

export const API_SERVER = 'registry.k8s.io/kube-apiserver';

/** Names that Talos gave its keys before contract 1.14; secrets in etcd carry them. */
const keyNames = { secretbox: 'key2', aescbc: 'key1' } as const;

/** `KubeEtcdEncryptionConfig`, `KubeServiceAccountConfig` and `KubeAPIServerConfig`. */
export function apiServer(inputs: GenerateInputs): readonly ConfigDocument[] {
  const { contract, cluster, secrets, options } = inputs;
  if (!hasKubernetesDocuments(contract) || !isControlPlane(inputs)) return [];
  const names = certificateNames(inputs);
  return [
    document('KubeEtcdEncryptionConfig', { config: encryption(secrets.secrets.encryption) }),
    document('KubeServiceAccountConfig', {
      issuer: { privateKey: secrets.certs.k8sServiceAccount.key, issuerURL: cluster.endpoint },
    }),
    document('KubeAPIServerConfig', {
      image: kubernetesImage(API_SERVER, cluster),
      certExtraSANs: names.length > 0 ? names : undefined,
      apiPort: options?.localAPIServerPort,
    }),
  ];
}

function encryption({ provider, secret }: EncryptionSecret) {
  const keys = [{ name: keyNames[provider], secret }];
  return { resources: [{ providers: [{ [provider]: { keys } }], resources: ['secrets'] }] };
}
