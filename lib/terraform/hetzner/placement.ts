import { Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  hetznerPlacementGroup,
  type Cluster,
  type HetznerMachinesInfrastructure,
  type HetznerServerPool,
} from '../../cluster';
import { namedAndMoved } from '../stable-identity';
import { PlacementGroup } from './generated/placement-group';
import type { HcloudProvider } from './generated/provider';
import { machineLabels } from './labels';

export interface PlacementProps {
  readonly cluster: Cluster;
  readonly machines: HetznerMachinesInfrastructure;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** The placement groups of a cluster: as many for each pool as its machines name, or need. */
export class Placement extends Construct {
  private readonly groups = new Map<string, number>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PlacementProps,
  ) {
    super(scope, id);
  }

  /** Group of a machine, made when its first machine asks for it; undefined where the pool is not spread. */
  groupOf(poolName: string, pool: HetznerServerPool, key: string): number | undefined {
    const group = hetznerPlacementGroup(pool, key);
    if (group === undefined) return undefined;
    const { cluster, provider } = this.props;
    const parts = [cluster.name, poolName, group];
    const name = parts.join('-');
    const known = this.groups.get(name);
    if (known !== undefined) return known;
    const before = pool.renamedFrom === undefined ? undefined : [cluster.name, pool.renamedFrom, group];
    const { id } = namedAndMoved(
      new PlacementGroup(this, `${poolName}-${group}`, {
        provider,
        name,
        type: 'spread',
        labels: machineLabels(cluster, { name: poolName, role: pool.role }),
      }),
      parts,
      before,
    );
    const groupId = Token.asNumber(id);
    this.groups.set(name, groupId);
    return groupId;
  }
}
