import type { Cluster, JsonObject } from '../../lib/cluster';
import { listen } from './hetzner-api/listen';
import { expectedProject } from './hetzner-judge';
import { foundProject } from './hetzner-project';
import { seedProject } from './hetzner-seed';
import { VCenter } from './vcenter';
import { expectedHoldings, inventoryFor } from './vsphere-judge';

/** Where the machines of one cluster are built: a server on loopback that plays the real one. */
export interface Site {
  /** Credentials and address, as users give them. */
  readonly env: Readonly<Record<string, string>>;
  /** What stands beside the stack: another address than the definition's. */
  readonly override: JsonObject;
  /** What the site holds now of what Terraform makes. */
  found(): unknown;
  /** What it must hold after apply, read from the definition alone. */
  expected(cluster: Cluster): unknown;
  /** What it must hold before apply and after destroy. */
  readonly empty: unknown;
  /** Requests that the site had no answer for. */
  unknown(): readonly string[];
  close(): Promise<void>;
}

export function openSite(cluster: Cluster): Promise<Site> {
  return cluster.machines.kind === 'vsphere' ? vsphereSite(cluster) : hetznerSite(cluster);
}

async function vsphereSite(cluster: Cluster): Promise<Site> {
  const vcenter = await VCenter.start(inventoryFor(cluster));
  return {
    env: vcenter.environment(),
    override: vcenter.override(),
    found: () => vcenter.holdings(),
    expected: expectedHoldings,
    empty: { machines: [], rules: [] },
    unknown: () => [],
    close: () => vcenter.close(),
  };
}

async function hetznerSite(cluster: Cluster): Promise<Site> {
  const api = await listen();
  seedProject(api.state, cluster);
  return {
    env: { HCLOUD_TOKEN: api.token, HCLOUD_ENDPOINT: api.endpoint },
    // the API answers at once: half a second between two questions would be spent waiting
    override: { provider: { hcloud: { poll_interval: '20ms' } } },
    found: () => foundProject(api.state),
    expected: expectedProject,
    empty: foundProject(api.state),
    unknown: () => api.unknown,
    close: () => api.close(),
  };
}
