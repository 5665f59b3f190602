/** Which part of a provider the bindings cover; everything else is cut from its schema. */
export interface Selection {
  /** Address of the provider as `required_providers` spells it. */
  readonly source: string;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
  /** Folder that holds `schema/` and `generated/`, relative to the repository. */
  readonly folder: string;
}

/** Hetzner Cloud: what stacks use, and what machines on it are made of. */
export const hcloud: Selection = {
  source: 'hetznercloud/hcloud',
  resources: [
    'hcloud_firewall',
    'hcloud_firewall_attachment',
    'hcloud_load_balancer',
    'hcloud_load_balancer_network',
    'hcloud_load_balancer_service',
    'hcloud_load_balancer_target',
    'hcloud_network',
    'hcloud_network_subnet',
    'hcloud_placement_group',
    'hcloud_primary_ip',
    'hcloud_server',
    'hcloud_server_network',
    'hcloud_ssh_key',
  ],
  dataSources: ['hcloud_image', 'hcloud_network'],
  folder: 'lib/terraform/hetzner',
};

/** Local name of the provider: the last part of its address. */
export function providerName({ source }: Selection): string {
  return source.slice(source.lastIndexOf('/') + 1);
}

/** Where the trimmed schema is committed, relative to the repository. */
export function schemaFile(selection: Selection): string {
  return `${selection.folder}/schema/${providerName(selection)}.json`;
}

/** Where the generated bindings are committed, relative to the repository. */
export function bindingsFolder(selection: Selection): string {
  return `${selection.folder}/generated`;
}
