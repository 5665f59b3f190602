import type { Artifact } from '../../artifact';
import {
  isHetznerUpload,
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
import { imageBuilders } from './image-builders';

/** Packer's plugin for Hetzner Cloud. Source: hetznercloud/packer-plugin-hcloud. */
const plugin = { source: 'github.com/hetznercloud/hcloud', version: '~> 1.6' };

/** A server has to be made of something, before its disk is overwritten from the rescue system. */
const base = { image: 'debian-12', rescue: 'linux64', ssh_username: 'root' };

/**
 * Templates for Packer, one for each processor architecture of a cluster on Hetzner: `packer init . && packer build .` makes
 * the snapshots that Terraform and Cluster API look for. The token comes from `HCLOUD_TOKEN`. None where Terraform makes them.
 */
export function packerFiles(cluster: Cluster): readonly Artifact[] {
  // Terraform makes the snapshots itself
  if (cluster.machines.kind === 'hetzner-machines' && isHetznerUpload(cluster.machines.image)) return [];
  return [...imageBuilders(cluster)].map(([architecture, location]) => ({
    path: `${treePaths(cluster).terraform}/packer/talos-${architecture}.pkr.json`,
    owner: cluster.id,
    body: { format: 'json', value: template(cluster, architecture, location) },
  }));
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
