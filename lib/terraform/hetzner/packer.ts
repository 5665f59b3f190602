import type { Artifact } from '../../artifact';
import {
  hetznerArchitecture,
  hetznerLocation,
  placeList,
  smallestHetznerType,
  talosImageName,
  treePaths,
  type Cluster,
  type JsonObject,
} from '../../cluster';
import { imageSource, imageUrl, type Architecture } from '../../talos';
import { literal } from '../naming';
import { imageLabel } from './caph';
import { snapshotLabels } from './image';

/** Packer's plugin for Hetzner Cloud. Source: hetznercloud/packer-plugin-hcloud. */
const plugin = { source: 'github.com/hetznercloud/hcloud', version: '~> 1.6' };

/** A server has to be made of something, before its disk is overwritten from the rescue system. */
const base = { image: 'debian-12', rescue: 'linux64', ssh_username: 'root' };

/**
 * Templates for Packer, one for each processor architecture of a cluster on Hetzner: `packer init . && packer build .` makes
 * the snapshots that Terraform and Cluster API look for. The token comes from `HCLOUD_TOKEN`.
 */
export function packerFiles(cluster: Cluster): readonly Artifact[] {
  return [...builders(cluster)].map(([architecture, location]) => ({
    path: `${treePaths(cluster).terraform}/packer/talos-${architecture}.pkr.json`,
    owner: cluster.id,
    body: { format: 'json', value: template(cluster, architecture, location) },
  }));
}

/** Architectures of all pools in order, each with a location where a server of it can be made. */
function builders({ machines }: Cluster): ReadonlyMap<Architecture, string> {
  const places =
    machines.kind === 'hetzner'
      ? Object.values(machines.pools).flatMap(({ type, location }) => placeList(location).map((place) => [type, place]))
      : machines.kind === 'hetzner-machines'
        ? Object.values(machines.pools).flatMap((pool) =>
            Object.keys(pool.machines).map((key) => [pool.type, hetznerLocation(pool, key)]),
          )
        : [];
  const found = new Map<Architecture, string>();
  for (const [type, location] of places) {
    if (type !== undefined && location !== undefined && !found.has(hetznerArchitecture(type))) {
      found.set(hetznerArchitecture(type), location);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function template(cluster: Cluster, architecture: Architecture, location: string): JsonObject {
  const name = talosImageName(architecture, cluster.versions.talos);
  const url = imageUrl(imageSource(cluster), { kind: 'disk', platform: 'hcloud', architecture });
  return {
    packer: { required_plugins: { hcloud: plugin } },
    source: {
      hcloud: {
        talos: {
          ...base,
          location,
          // a snapshot boots on disks as large as the one it was taken from
          server_type: smallestHetznerType(architecture, location) ?? null,
          snapshot_name: name,
          snapshot_labels: { ...snapshotLabels(cluster, architecture), [imageLabel]: name },
        },
      },
    },
    build: {
      sources: ['source.hcloud.talos'],
      provisioner: {
        shell: {
          inline_shebang: '/bin/bash -e',
          inline: [
            'set -o pipefail',
            `curl -fsSL --retry 5 '${literal(url)}' | xz -dc | dd of=/dev/sda bs=4M iflag=fullblock`,
            'sync',
          ],
        },
      },
    },
  };
}
