import type { Cluster, Machine, MachinePool, Problem } from '../cluster';
import { emitDocuments } from '../yaml';
import { contractOf } from './contract';
import type { ConfigDocument } from './document';
import { generateConfig } from './generate/generate';
import type { GenerateOptions } from './generate/inputs';
import type { MachineSecrets } from './generate/secrets';
import { installerImage } from './image-factory';
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
  const { network, versions } = cluster;
  const { host, port } = network.endpoint;
  // an IPv6 address in a URL stands in brackets
  const authority = host.includes(':') ? `[${host}]` : host;
  const base = generateConfig({
    contract: contractOf(versions.talos),
    role: target.role,
    cluster: {
      name: cluster.name,
      endpoint: `https://${authority}:${String(port)}`,
      kubernetes: versions.kubernetes,
      podSubnets: [network.pods.text],
      serviceSubnets: [network.services.text],
      dnsDomain: network.dnsDomain,
    },
    secrets,
    options: installation(cluster),
  });
  const pool = isPool(target) ? target : poolOf(cluster, target);
  const patches = [...poolPatches(cluster, pool), ...(isPool(target) ? [] : nodePatches(cluster, target))];
  return applyPatches(base, patches);
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
  return checkConfig(nodeConfig(cluster, target, secrets), nodeMode(cluster));
}

/** Where the cluster's machines run: a cloud boots an image that is installed already. */
export function nodeMode({ machines }: Cluster): Mode {
  return machines.kind === 'hetzner' ? 'cloud' : 'metal';
}

function installation({ machines, system, versions }: Cluster): GenerateOptions {
  if (machines.kind === 'hetzner') return {};
  return { installDisk: system.installDisk, installImage: installerImage('vmware', system.extensions, versions.talos) };
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
