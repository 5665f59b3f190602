import { serversOf } from './hetzner-api/selection';
import type { FirewallRule, Selection, Server, State } from './hetzner-api/state';

/** A server, with what belongs to it, by names instead of ids. */
export interface FoundServer {
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly architecture: string;
  readonly running: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly privateAddresses: readonly { readonly network: string; readonly ip: string }[];
  /** Kinds of public addresses, and whether they outlive the server. */
  readonly publicAddresses: readonly { readonly type: string; readonly kept: boolean }[];
  readonly volumes: readonly { readonly name: string; readonly size: number; readonly format: string | null }[];
  readonly firewalls: readonly string[];
  readonly sshKeys: readonly string[];
}

export interface FoundProject {
  readonly servers: readonly FoundServer[];
  /** Servers that stand on different hosts, one list for each group. */
  readonly apart: readonly (readonly string[])[];
  readonly networks: readonly { readonly name: string; readonly range: string; readonly subnets: readonly string[] }[];
  readonly firewalls: readonly { readonly name: string; readonly rules: readonly FoundRule[] }[];
  readonly loadBalancers: readonly FoundLoadBalancer[];
  readonly records: readonly { readonly name: string; readonly type: string; readonly values: number }[];
}

export type FoundRule = Pick<FirewallRule, 'direction' | 'protocol' | 'port' | 'source_ips'>;

export interface FoundLoadBalancer {
  readonly name: string;
  readonly type: string;
  readonly network: string | undefined;
  /** Port that it listens at, and that of its targets. */
  readonly ports: readonly (readonly [listen: unknown, destination: unknown])[];
  readonly servers: readonly string[];
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** What the API holds, as far as a definition speaks of it. */
export function foundProject(state: State): FoundProject {
  const nameOf = (id: number) => state.servers.get(id)?.name ?? `unknown server ${String(id)}`;
  const namesOf = (selections: readonly Selection[]) =>
    selections
      .flatMap((selection) => serversOf(state, selection))
      .map(nameOf)
      .sort();
  return {
    servers: [...state.servers.values()].map((server) => foundServer(state, server, namesOf)).sort(byText),
    apart: [...state.placementGroups.values()]
      .map(({ id }) =>
        [...state.servers.values()]
          .filter((each) => each.placementGroup === id)
          .map(({ name }) => name)
          .sort(),
      )
      .sort(byText),
    networks: [...state.networks.values()]
      .map(({ name, range, subnets }) => ({ name, range, subnets: subnets.map((each) => each.range).sort() }))
      .sort(byText),
    firewalls: [...state.firewalls.values()]
      .map(({ name, rules }) => ({ name, rules: rules.map(foundRule).sort(byText) }))
      .sort(byText),
    loadBalancers: [...state.loadBalancers.values()]
      .map(({ name, type, attachment, services, targets }) => ({
        name,
        type,
        network: state.networks.get(attachment?.network ?? 0)?.name,
        ports: [...services.values()].map((each) => [each.listen_port, each.destination_port] as const).sort(byText),
        servers: namesOf(targets),
      }))
      .sort(byText),
    records: [...state.zones.values()]
      .flatMap(({ records }) => [...records.values()])
      .map(({ name, type, records }) => ({ name, type, values: records.length }))
      .sort(byText),
  };
}

function foundServer(
  state: State,
  server: Server,
  namesOf: (selections: readonly Selection[]) => string[],
): FoundServer {
  return {
    name: server.name,
    type: server.type,
    location: server.location,
    architecture: state.images.get(server.image)?.architecture ?? 'unknown',
    running: server.status === 'running',
    labels: server.labels,
    privateAddresses: server.attachments.map(({ network, ip }) => ({
      network: state.networks.get(network)?.name ?? '',
      ip,
    })),
    publicAddresses: [...state.primaryIps.values()]
      .filter(({ assignee }) => assignee === server.id)
      .map(({ type, autoDelete }) => ({ type, kept: !autoDelete }))
      .sort(byText),
    volumes: [...state.volumes.values()]
      .filter((volume) => volume.server === server.id)
      .map(({ name, size, format }) => ({ name, size, format }))
      .sort(byText),
    firewalls: [...state.firewalls.values()]
      .filter(({ appliedTo }) => namesOf(appliedTo).includes(server.name))
      .map(({ name }) => name),
    sshKeys: server.sshKeys.map((id) => state.sshKeys.get(id)?.name ?? ''),
  };
}

function foundRule({ direction, protocol, port, source_ips }: FirewallRule): FoundRule {
  return { direction, protocol, port, source_ips: [...source_ips].sort() };
}

export function sorted<Item>(items: readonly Item[]): readonly Item[] {
  return [...items].sort(byText);
}
