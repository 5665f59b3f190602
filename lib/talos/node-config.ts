import {
  endpointUrl,
  isManaged,
  isOnHetznerCloud,
  type Cluster,
  type Machine,
  type MachinePool,
  type Problem,
} from '../cluster';
import { emitDocuments } from '../yaml';
import { contractOf } from './contract';
import type { ConfigDocument } from './document';
import { generateConfig } from './generate/generate';
import type { GenerateOptions } from './generate/inputs';
import type { MachineSecrets } from './generate/secrets';
import { clusterInstaller } from './image-factory/installer';
import { applyPatches } from './merge/apply-patches';
import { nodePatches, poolPatches } from './patches';
import { checkConfig } from './validate/check-config';
import type { Mode } from './validate/configuration';

/**
 * The whole configuration of one machine, or of every machine of a pool that lists none: what Talos generates for the
 * cluster, with the pool's patches and then the machine's own.
 *
 * @throws PatchError where the patches do not fit the generated documents
 */
export function nodeConfig(
  cluster: Cluster,
  target: Machine | MachinePool,
  secrets: MachineSecrets,
): readonly ConfigDocument[] {
  const pool = isPool(target) ? target : poolOf(cluster, target);
  const patches = [...poolPatches(cluster, pool), ...(isPool(target) ? [] : nodePatches(cluster, target))];
  return applyPatches(generatedConfig(cluster, target, secrets), patches);
}

/** What Talos generates for the machines of a role, before any patch of ours. */
export function generatedConfig(
  cluster: Cluster,
  { role }: Pick<MachinePool, 'role'>,
  secrets: MachineSecrets,
): readonly ConfigDocument[] {
  const { name, network, versions } = cluster;
  return generateConfig({
    contract: contractOf(versions.talos),
    role,
    cluster: {
      name,
      endpoint: endpointUrl(cluster),
      kubernetes: versions.kubernetes,
      podSubnets: [network.pods.text],
      serviceSubnets: [network.services.text],
      dnsDomain: network.dnsDomain,
    },
    secrets,
    options: installation(cluster),
  });
}

/** The same as the text that Talos reads. It holds secrets. */
export function nodeConfigText(cluster: Cluster, target: Machine | MachinePool, secrets: MachineSecrets): string {
  return emitDocuments(nodeConfig(cluster, target, secrets));
}

/** What Talos would refuse of the configuration of a machine or a pool; the paths lead into it. */
export function nodeConfigProblems(
  cluster: Cluster,
  target: Machine | MachinePool,
  secrets: MachineSecrets,
): readonly Problem[] {
  return checkConfig(nodeConfig(cluster, target, secrets), nodeMode(cluster), 'passed');
}

/** Where the cluster's machines run: a cloud boots an image that is installed already. */
export function nodeMode(cluster: Cluster): Mode {
  return isManaged(cluster) || isOnHetznerCloud(cluster) ? 'cloud' : 'metal';
}

function installation(cluster: Cluster): GenerateOptions {
  if (nodeMode(cluster) === 'cloud') return {};
  return { installDisk: cluster.system.installDisk, installImage: clusterInstaller(cluster) };
}

function isPool(target: Machine | MachinePool): target is MachinePool {
  return 'machines' in target;
}

function poolOf({ pools, id }: Cluster, { name, pool }: Machine): MachinePool {
  const found = pools.find((candidate) => candidate.name === pool);
  if (found === undefined) {
    throw new Error(`machine ${name} belongs to no pool of ${id}, got ${pool}; pass a machine of this cluster`);
  }
  return found;
}
