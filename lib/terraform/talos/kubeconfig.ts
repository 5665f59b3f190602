import type { Construct } from 'constructs';
import { endpointUrl } from '../../cluster';
import { secretPaths } from '../../talos';
import type { ClientCredentials } from '../bootstrap/access';
import { named } from '../naming';
import { addressOf, EphemeralResource } from './ephemeral-resource';
import { machineSecrets } from './machine-secrets';
import type { TalosMachine } from './machines';
import type { TalosParts } from './parts';
import type { MachineBootstrap } from './providers/talos/generated/machine-bootstrap';
import { ClusterKubeconfig } from './providers/talos/generated/cluster-kubeconfig';
import type { SealedFiles } from './sealed-files';

/** Access that the provider issues from the secrets bundle each time Terraform runs; nobody keeps it. */
export function issuedKubeconfig(
  scope: Construct,
  files: SealedFiles,
  { cluster, provider }: TalosParts,
): ClientCredentials {
  const bundle = files.textOf(secretPaths(cluster).bundle, 'secrets');
  const kubeconfig = new EphemeralResource(scope, 'kubeconfig', {
    type: 'talos_cluster_kubeconfig',
    arguments: {
      cluster_name: cluster.name,
      endpoint: endpointUrl(cluster),
      machine_secrets: machineSecrets(bundle),
      ...(provider !== undefined && { provider: provider.fqn }),
    },
  });
  return credentials(named(kubeconfig, cluster.name).address);
}

/** Access that the cluster hands out; it stays in the state, and is renewed when it is about to expire. */
export function storedKubeconfig(
  scope: Construct,
  { address }: TalosMachine,
  { cluster, client, provider, etcd }: TalosParts & { readonly etcd: MachineBootstrap },
): { readonly access: ClientCredentials; readonly text: string } {
  const kubeconfig = new ClusterKubeconfig(scope, 'kubeconfig', {
    provider,
    nodeAttribute: address,
    clientConfiguration: client,
    dependsOn: [etcd],
  });
  return { access: credentials(addressOf(named(kubeconfig, cluster.name))), text: kubeconfig.kubeconfigRaw };
}

/** The provider gives host and PEM, the latter in Base64; other providers take PEM. */
function credentials(address: string): ClientCredentials {
  const configuration = `${address}.kubernetes_client_configuration`;
  const pem = (name: string) => `\${base64decode(${configuration}.${name})}`;
  return {
    host: `\${${configuration}.host}`,
    clusterCaCertificate: pem('ca_certificate'),
    clientCertificate: pem('client_certificate'),
    clientKey: pem('client_key'),
  };
}
