import { endpointUrl, type Cluster, type JsonObject, type Machine } from '../../cluster';
import { imageSource, platformOf } from '../image-factory/image-source';
import { installerRepository } from '../image-factory/installer';
import { escapeVariables } from './escape';
import { machinePatch, poolPatch } from './patch-files';

/**
 * What talhelper makes the machine configurations from. Everything that the patches say comes from them; only what
 * talhelper demands, or would fill in by itself, is said here. Source: talhelper 3.1.0, `pkg/config`, `pkg/generate`.
 */
export function talconfig(cluster: Cluster): JsonObject {
  const { name, network, versions } = cluster;
  return escapeVariables({
    clusterName: name,
    talosVersion: versions.talos,
    kubernetesVersion: versions.kubernetes,
    endpoint: endpointUrl(cluster),
    domain: network.dnsDomain,
    clusterPodNets: [network.pods.text],
    clusterSvcNets: [network.services.text],
    nodes: cluster.pools.flatMap((pool) => {
      const { reference } = poolPatch(cluster, pool);
      return pool.machines.map((machine) =>
        node(cluster, machine, [reference, machinePatch(cluster, machine).reference]),
      );
    }),
  });
}

function node(cluster: Cluster, { name, address, role }: Machine, patches: readonly string[]): JsonObject {
  return {
    hostname: name,
    // where talosctl reaches the machine
    ipAddress: address?.text ?? name,
    controlPlane: role === 'control-plane',
    installDisk: cluster.system.installDisk,
    // talhelper adds the version; its own way to an id needs the network, or knows fewer fields
    talosImageURL: installerRepository(imageSource(cluster), platformOf(cluster)),
    patches,
  };
}
