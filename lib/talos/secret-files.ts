import type { SecretArtifact, SecretSource } from '../artifact';
import type { Cluster, Machine } from '../cluster';
import { newTalosconfig, parseBundle, replaceEndpoints } from '../secrets';
import { nodeConfigText } from './node-config';
import { placeholderSecrets } from './placeholder-secrets';
import { secretPaths } from './secret-paths';

/** Whether the secrets of the cluster's machines are ours: where Cluster API makes machines, its providers make those. */
export function holdsSecrets({ pools }: Pick<Cluster, 'pools'>): boolean {
  return pools.some(({ machines }) => machines.length > 0);
}

/**
 * The encrypted files of a cluster: the whole configuration of each machine that the definition lists, and the talosconfig
 * of its administrators. All are made from the secrets bundle.
 */
export function talosSecretFiles(cluster: Cluster): readonly SecretArtifact[] {
  if (!holdsSecrets(cluster)) return [];
  const machines = cluster.pools.flatMap((pool) => pool.machines);
  return [...machines.map((machine) => machineFile(cluster, machine)), talosconfigFile(cluster)];
}

/** The bundle, and how it comes to be. */
function bundleSource(cluster: Cluster): SecretSource {
  return { path: secretPaths(cluster).bundle, madeBy: `plinth secrets init ${cluster.id}` };
}

function machineFile(cluster: Cluster, machine: Machine): SecretArtifact {
  const { bundle, machine: path } = secretPaths(cluster);
  return {
    secrecy: 'encrypted',
    path: path(machine),
    owner: cluster.id,
    publicInput: nodeConfigText(cluster, machine, placeholderSecrets),
    sources: [bundleSource(cluster)],
    plainText: ({ textOf }) => nodeConfigText(cluster, machine, parseBundle(textOf(bundle))),
  };
}

/** The certificate stays until it is rotated: only endpoints follow the definition. */
function talosconfigFile(cluster: Cluster): SecretArtifact {
  const { bundle, talosconfig: path } = secretPaths(cluster);
  const endpoints = talosEndpoints(cluster);
  return {
    secrecy: 'encrypted',
    path,
    owner: cluster.id,
    publicInput: JSON.stringify([cluster.name, endpoints]),
    sources: [bundleSource(cluster)],
    plainText: ({ textOf, previous, random, now }) => {
      const secrets = parseBundle(textOf(bundle));
      const kept =
        previous === undefined ? undefined : replaceEndpoints(previous, cluster.name, secrets.certs.os, endpoints);
      return kept ?? newTalosconfig(cluster, secrets, { endpoints }, { entropy: random, now });
    },
  };
}

/**
 * Where talosctl reaches the control plane: every machine by its own address, since a shared one moves with etcd and is
 * gone when it is needed. Without fixed addresses, the endpoint of Kubernetes.
 */
export function talosEndpoints({ pools, network }: Cluster): readonly string[] {
  const addresses = pools
    .filter(({ role }) => role === 'control-plane')
    .flatMap(({ machines }) => machines.flatMap(({ address }) => (address === undefined ? [] : [address.text])));
  return addresses.length > 0 ? addresses : [network.endpoint.host];
}
