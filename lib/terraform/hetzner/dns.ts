import type { Construct } from 'constructs';
import type { Cluster, HetznerMachinesInfrastructure } from '../../cluster';
import { literal, named } from '../naming';
import type { HcloudProvider } from './generated/provider';
import { ZoneRrset } from './generated/zone-rrset';
import { clusterLabels } from './labels';

export interface EndpointRecordsProps {
  readonly cluster: Cluster;
  readonly dns: NonNullable<HetznerMachinesInfrastructure['dns']>;
  readonly ipv4: string;
  readonly ipv6: string;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** The endpoint's name in DNS, in a zone that the project has already. */
export function endpointRecords(scope: Construct, { cluster, dns, ipv4, ipv6, provider }: EndpointRecordsProps): void {
  const { host } = cluster.network.endpoint;
  // the zone itself has the name @
  const name = host === dns.zone ? '@' : host.slice(0, -dns.zone.length - 1);
  for (const [type, value] of [
    ['A', ipv4],
    ['AAAA', ipv6],
  ] as const) {
    named(
      new ZoneRrset(scope, `record-${type}`, {
        provider,
        zone: literal(dns.zone),
        name,
        type,
        ttl: dns.ttl,
        records: [{ value }],
        labels: clusterLabels(cluster),
      }),
      cluster.name,
      type.toLowerCase(),
    );
  }
}
