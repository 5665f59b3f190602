/** Labels of a resource by key. */
export type Labels = Readonly<Record<string, string>>;

/** What every resource of the API has. */
export interface Resource {
  readonly id: number;
  name: string;
  labels: Labels;
}

export interface Attachment {
  readonly network: number;
  readonly ip: string;
}

export interface Server extends Resource {
  type: string;
  readonly location: string;
  readonly image: number;
  readonly userData: string;
  readonly sshKeys: readonly number[];
  status: 'running' | 'off';
  placementGroup: number | null;
  attachments: (Attachment & { readonly mac: string; aliasIps: readonly string[] })[];
  protection: { delete: boolean; rebuild: boolean };
}

export interface Subnet {
  readonly type: string;
  readonly range: string;
  readonly zone: string;
}

export interface Network extends Resource {
  range: string;
  subnets: Subnet[];
  routes: { readonly destination: string; readonly gateway: string }[];
  exposeRoutes: boolean;
  protectedFromDeletion: boolean;
}

export interface PrimaryIp extends Resource {
  readonly type: 'ipv4' | 'ipv6';
  readonly ip: string;
  readonly location: string;
  assignee: number | null;
  autoDelete: boolean;
  protectedFromDeletion: boolean;
}

export interface PlacementGroup extends Resource {
  readonly type: string;
}

/** What a firewall or a load balancer points at: one server, those with labels, or an address. */
export type Selection =
  | { readonly kind: 'server'; readonly server: number }
  | { readonly kind: 'label_selector'; readonly selector: string }
  | { readonly kind: 'ip'; readonly ip: string };

export interface Firewall extends Resource {
  rules: readonly FirewallRule[];
  appliedTo: Selection[];
}

export interface FirewallRule {
  readonly direction: 'in' | 'out';
  readonly source_ips: readonly string[];
  readonly destination_ips: readonly string[];
  readonly protocol: string;
  readonly port: string | null;
  readonly description: string | null;
}

export interface LoadBalancer extends Resource {
  type: string;
  readonly location: string;
  algorithm: string;
  readonly publicAddress: string;
  publicInterface: boolean;
  attachment: Attachment | null;
  /** Services by listen port, as the API shows them. */
  readonly services: Map<number, Readonly<Record<string, unknown>>>;
  targets: (Selection & { readonly usePrivateIp: boolean })[];
  protectedFromDeletion: boolean;
}

export interface Image extends Resource {
  readonly type: 'snapshot' | 'system';
  readonly architecture: 'x86' | 'arm';
  /** Size in GB of the smallest disk that it fits on. */
  readonly disk: number;
}

export interface SshKey extends Resource {
  readonly publicKey: string;
  readonly fingerprint: string;
}

export interface Volume extends Resource {
  size: number;
  readonly location: string;
  readonly format: string | null;
  server: number | null;
  protectedFromDeletion: boolean;
}

/** Records of one name and type, as the API shows them. */
export interface RecordSet {
  readonly name: string;
  readonly type: string;
  ttl: number | null;
  labels: Labels;
  records: readonly { readonly value: string; readonly comment?: string | undefined }[];
  protectedFromChange: boolean;
}

export interface Zone extends Resource {
  readonly records: Map<string, RecordSet>;
}

/** Everything that the API remembers: one project. */
export class State {
  readonly servers = new Map<number, Server>();
  readonly networks = new Map<number, Network>();
  readonly primaryIps = new Map<number, PrimaryIp>();
  readonly placementGroups = new Map<number, PlacementGroup>();
  readonly firewalls = new Map<number, Firewall>();
  readonly loadBalancers = new Map<number, LoadBalancer>();
  readonly images = new Map<number, Image>();
  readonly sshKeys = new Map<number, SshKey>();
  readonly volumes = new Map<number, Volume>();
  readonly zones = new Map<number, Zone>();
  private lastId = 1000;

  /** Unique among all kinds, so that an id of the wrong kind is found by nobody. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }
}

/** When everything was created: the API has no clock, and its answers repeat. */
export const created = '2026-01-01T00:00:00+00:00';
