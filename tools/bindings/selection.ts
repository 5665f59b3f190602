/** Which part of a provider the bindings cover; everything else is cut from its schema. */
export interface Selection {
  /** Address of the provider as `required_providers` spells it. */
  readonly source: string;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
  /** Kept in the schema for checking; cdktf makes no bindings of them. @default - none */
  readonly ephemeralResources?: readonly string[];
  /** Folder that holds `schema/` and `generated/`, relative to the repository. */
  readonly folder: string;
  /** Where the committed schema comes from, where the provider cannot be built and asked. @default - its own print-out */
  readonly schemaFrom?: string;
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
    'hcloud_volume',
    'hcloud_volume_attachment',
    'hcloud_zone_rrset',
  ],
  dataSources: ['hcloud_image', 'hcloud_network'],
  folder: 'lib/terraform/hetzner',
};

/** SOPS: reads the encrypted files of the tree. */
export const sops: Selection = {
  source: 'carlpett/sops',
  resources: [],
  dataSources: ['sops_file'],
  ephemeralResources: ['sops_file'],
  folder: 'lib/terraform/talos/providers/sops',
};

/** Talos: configures machines and starts etcd. */
export const talos: Selection = {
  source: 'siderolabs/talos',
  resources: ['talos_cluster_kubeconfig', 'talos_machine_bootstrap', 'talos_machine_configuration_apply'],
  dataSources: ['talos_cluster_health'],
  ephemeralResources: ['talos_cluster_health', 'talos_cluster_kubeconfig'],
  folder: 'lib/terraform/talos/providers/talos',
  schemaFrom: "the provider's Go sources at v0.11.0",
};

/** kubectl: objects whose kinds the cluster learns during the same apply. */
export const kubectl: Selection = {
  source: 'gavinbunney/kubectl',
  resources: ['kubectl_manifest'],
  dataSources: ['kubectl_file_documents'],
  folder: 'lib/terraform/bootstrap/providers/kubectl',
};

/** Helm: charts that run before a GitOps engine does. Nested arguments of the release are left out. */
export const helm: Selection = {
  source: 'hashicorp/helm',
  resources: ['helm_release'],
  dataSources: [],
  folder: 'lib/terraform/bootstrap/providers/helm',
  schemaFrom: '@cdktf/provider-helm 12.1.2, made from v3.1.1',
};

/** Kubernetes: secrets by write-only argument. */
export const kubernetes: Selection = {
  source: 'hashicorp/kubernetes',
  resources: ['kubernetes_secret_v1'],
  dataSources: [],
  folder: 'lib/terraform/bootstrap/providers/kubernetes',
  schemaFrom: '@cdktf/provider-kubernetes 12.1.1, made from v2.38.0',
};

/** HTTP: manifests that a project publishes with its releases. */
export const http: Selection = {
  source: 'hashicorp/http',
  resources: [],
  dataSources: ['http'],
  folder: 'lib/terraform/bootstrap/providers/http',
  schemaFrom: '@cdktf/provider-http 10.0.1, made from v3.5.0',
};

/** Imager: takes a disk of the image factory into Hetzner Cloud as a snapshot. */
export const imager: Selection = {
  source: 'hcloud-talos/imager',
  resources: ['imager_image'],
  dataSources: [],
  folder: 'lib/terraform/hetzner/providers/imager',
  schemaFrom: "the provider's Go sources at v0.1.1",
};

/** What `generate.ts` makes bindings of, and `schema.ts` asks for schemas where the provider can be built. */
export const selections: readonly Selection[] = [hcloud, imager, sops, talos, kubectl, helm, kubernetes, http];

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
