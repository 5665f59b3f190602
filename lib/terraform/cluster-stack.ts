import { LocalBackend, TerraformStack, type TerraformBackend } from 'cdktf';
import type { Construct } from 'constructs';
import type { Cluster } from '../cluster';

export interface ClusterStackProps {
  readonly cluster: Cluster;
  /**
   * Where the state lives.
   *
   * @default - a file beside the working directories, see `localBackend`
   */
  readonly backend?: (stack: TerraformStack) => TerraformBackend;
}

/** A stack of one cluster. Its id is unique among all clusters, and never changes. */
export class ClusterStack extends TerraformStack {
  constructor(
    scope: Construct,
    /** Name of the stack among those of its cluster, e.g. `machines`; also its folder in the tree. */
    readonly shortName: string,
    { cluster, backend = localBackend }: ClusterStackProps,
  ) {
    super(scope, `${cluster.group}-${cluster.name}-${shortName}`);
    backend(this);
  }
}

/**
 * State in a file three folders above the stack's own: beside `cdktf.out`, where cdktf puts it too, so that throwing
 * away generated files never takes the state with it. cdktf's default writes the same place as an absolute path, which
 * holds on one machine only.
 */
export function localBackend(stack: TerraformStack): TerraformBackend {
  return new LocalBackend(stack, { path: `../../../terraform.${stack.node.id}.tfstate` });
}
