import { hetznerServerTypes, type Cluster } from '../../lib/cluster';
import { packerFiles } from '../../lib/terraform/hetzner';
import type { Resource, State } from './hetzner-api/state';
import { managedServers } from './hetzner-judge';
import type { FoundServer } from './hetzner-project';
import { jsonOf } from './stack-file';

/** What a project holds before Terraform runs: what the definition takes for granted, and the snapshots it boots from. */
export function seedProject(state: State, cluster: Cluster): void {
  const { machines } = cluster;
  for (const file of packerFiles(cluster)) seedSnapshot(state, jsonOf(file) as unknown as PackerTemplate);
  if (machines.kind === 'hetzner-machines') {
    if (machines.dns !== undefined) add(state, state.zones, { name: machines.dns.zone, records: new Map() });
    for (const name of machines.sshKeys)
      add(state, state.sshKeys, { name, publicKey: 'ssh-ed25519 AAAA', fingerprint: name });
  }
  if (machines.kind === 'hetzner') {
    const { cidr, zone } = machines.network;
    add(state, state.networks, {
      name: cluster.name,
      range: cidr.text,
      subnets: [{ type: 'cloud', range: cluster.network.nodes.text, zone }],
      routes: [],
      exposeRoutes: false,
      protectedFromDeletion: false,
    });
    for (const server of managedServers(cluster, machines)) seedServer(state, server);
  }
}

/** The part of a Packer template that its plugin makes a snapshot of. Source: hetznercloud/packer-plugin-hcloud. */
interface PackerTemplate {
  readonly source: { readonly hcloud: { readonly talos: PackerSource } };
}

interface PackerSource {
  readonly server_type: string;
  readonly snapshot_name: string;
  readonly snapshot_labels: Readonly<Record<string, string>>;
}

/** The snapshot that `packer build` would make of the project's own template. */
function seedSnapshot(state: State, { source }: PackerTemplate): void {
  const { server_type, snapshot_name, snapshot_labels } = source.hcloud.talos;
  const type = hetznerServerTypes[server_type];
  if (type === undefined) throw new Error(`the Packer template builds on an unknown server type, got ${server_type}`);
  const architecture = type.architecture === 'arm64' ? 'arm' : 'x86';
  add(state, state.images, {
    name: snapshot_name,
    labels: snapshot_labels,
    type: 'snapshot',
    architecture,
    disk: type.disk,
  });
}

function seedServer(state: State, { name, type, location, architecture, labels }: FoundServer): void {
  const image = [...state.images.values()].find((each) => each.architecture === architecture);
  add(state, state.servers, {
    name,
    type,
    location,
    labels,
    image: image?.id ?? 0,
    userData: '',
    sshKeys: [],
    status: 'running',
    placementGroup: null,
    attachments: [],
    protection: { delete: false, rebuild: false },
  });
}

function add<Kind extends Resource>(
  state: State,
  all: Map<number, Kind>,
  resource: Omit<Kind, 'id' | 'labels'> & Partial<Pick<Kind, 'labels'>>,
): void {
  const id = state.nextId();
  all.set(id, { labels: {}, ...resource, id } as unknown as Kind);
}
