/** Since when a server type is on its way out in a location, and the day from which no server of it can be made. */
export interface HetznerDeprecation {
  /** Date of the announcement, `YYYY-MM-DD`. */
  readonly announced: string;
  readonly unavailableAfter: string;
}

/** A server type of Hetzner Cloud. */
export interface HetznerServerType {
  readonly architecture: 'amd64' | 'arm64';
  /** Size of the disk in GB; a snapshot boots on disks that are as large as the one it was taken from, or larger. */
  readonly disk: number;
  /** Where it is sold; stock is another matter, and changes by the hour. */
  readonly locations: readonly string[];
  /** Locations that no longer sell it, or soon will not. */
  readonly deprecated?: { readonly locations: readonly string[]; readonly when: HetznerDeprecation };
}

/**
 * Locations of Hetzner Cloud and the network zone of each. This catalogue was put together from documentation and public
 * repositories, as of 2026-08, and was not compared with the API: where the API says otherwise, the API is right.
 */
export const hetznerLocations: Readonly<Record<string, string>> = {
  fsn1: 'eu-central',
  nbg1: 'eu-central',
  hel1: 'eu-central',
  ash: 'us-east',
  hil: 'us-west',
  sin: 'ap-southeast',
};

const europe = ['fsn1', 'hel1', 'nbg1'];
const america = ['ash', 'hil'];
const asia = ['sin'];
const everywhere = [...europe, ...america, ...asia];

/** Source: changelog of the Hetzner Cloud API, 2025-10-16, "Server types deprecated". */
const autumn2025: HetznerDeprecation = { announced: '2025-10-16', unavailableAfter: '2025-12-31' };

const line = (
  disks: Readonly<Record<string, number>>,
  facts: Omit<HetznerServerType, 'disk'>,
): Record<string, HetznerServerType> =>
  Object.fromEntries(Object.entries(disks).map(([name, disk]) => [name, { ...facts, disk }]));

/**
 * Server types of Hetzner Cloud by name. After what is published of the API's `/server_types`, its changelog,
 * and the price list on hetzner.com/cloud, as of 2026-08.
 */
export const hetznerServerTypes: Readonly<Record<string, HetznerServerType>> = {
  // shared, cost-optimized
  ...line({ cx23: 40, cx33: 80, cx43: 160, cx53: 320 }, { architecture: 'amd64', locations: europe }),
  ...line(
    { cx22: 40, cx32: 80, cx42: 160, cx52: 320 },
    { architecture: 'amd64', locations: [], deprecated: { locations: europe, when: autumn2025 } },
  ),
  ...line({ cax11: 40, cax21: 80, cax31: 160, cax41: 320 }, { architecture: 'arm64', locations: europe }),
  // shared, regular performance
  ...line(
    { cpx12: 40, cpx22: 80, cpx32: 160, cpx42: 320, cpx52: 480, cpx62: 640 },
    { architecture: 'amd64', locations: [...europe, ...asia] },
  ),
  ...line(
    { cpx11: 40, cpx21: 80, cpx31: 160, cpx41: 240, cpx51: 360 },
    {
      architecture: 'amd64',
      locations: america,
      deprecated: { locations: [...europe, ...asia], when: autumn2025 },
    },
  ),
  // dedicated
  ...line(
    { ccx13: 80, ccx23: 160, ccx33: 240, ccx43: 360, ccx53: 600, ccx63: 960 },
    { architecture: 'amd64', locations: everywhere },
  ),
};

/** Targets and services that each type of load balancer has at most. After Hetzner Cloud's list of load balancer types, as of 2026-08. */
export const hetznerLoadBalancers = {
  lb11: { targets: 25, services: 5 },
  lb21: { targets: 75, services: 15 },
  lb31: { targets: 150, services: 30 },
} as const;

/** Limits of Hetzner Cloud, after docs.hetzner.com/cloud and the provider's documentation, as of 2026-08; not compared with the API. */
export const hetznerLimits = {
  /** Servers in one placement group. */
  placementGroup: 10,
  placementGroupsPerProject: 50,
  /** Servers and load balancers attached to one private network. */
  networkMembers: 100,
  subnetsPerNetwork: 50,
  /** Rules of one firewall, each source counted. */
  firewallRules: 500,
  /** Sources of one firewall rule. */
  firewallSources: 100,
  /** Bytes of `user_data`. */
  userData: 32 * 1024,
  /** Size of a volume in GB, and how many one server has. */
  volume: { min: 10, max: 10240, perServer: 16 },
} as const;
