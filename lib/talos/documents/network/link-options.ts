/** What every link can have. */
export interface LinkOptions {
  /** @default true */
  readonly up?: boolean;
  /** Bytes. */
  readonly mtu?: number;
  readonly addresses?: readonly LinkAddress[];
  /** Static routes over the link. */
  readonly routes?: readonly LinkRoute[];
  readonly multicast?: boolean;
}

/** An address of a link. */
export interface LinkAddress {
  /** With its prefix length, e.g. `192.0.2.11/24`. */
  readonly address: string;
  /** Metric of the route to the address's network. */
  readonly routePriority?: number;
}

/** A static route. */
export interface LinkRoute {
  /** Network, e.g. `198.51.100.0/24`. @default - everywhere */
  readonly destination?: string;
  readonly gateway?: string;
  /** Address that packets come from. */
  readonly source?: string;
  readonly metric?: number;
  /** Bytes. */
  readonly mtu?: number;
  /** @default main */
  readonly table?: RoutingTable;
}

/** A routing table, by name or number. */
export type RoutingTable = 'main' | 'local' | 'default' | `${number}`;
