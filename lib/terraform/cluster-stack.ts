import { TerraformStack, type TerraformBackend } from 'cdktf';
import type { Construct } from 'constructs';
import { resolveState, type Cluster, type TerraformState, type TerraformStateDefinition } from '../cluster';
import { stateBackend } from './state-backend';

export interface ClusterStackProps {
  readonly cluster: Cluster;
  /**
   * Where the state lives: a place such as `s3State({ … })`, or a backend of cdktf's own.
   *
   * @default - where the definition says, else in a file beside the working directories
   */
  readonly backend?: TerraformStateDefinition | ((stack: TerraformStack) => TerraformBackend);
}

/** A stack of one cluster. Its id is unique among all clusters, and never changes. */
export class ClusterStack extends TerraformStack {
  constructor(
    scope: Construct,
    /** Name of the stack among those of its cluster, e.g. `machines`; also its folder in the tree. */
    readonly shortName: string,
    { cluster, backend }: ClusterStackProps,
  ) {
    super(scope, `${cluster.group}-${cluster.name}-${shortName}`);
    if (typeof backend === 'function') backend(this);
    else stateBackend(this, backend === undefined ? stateOf(cluster) : resolveState(backend));
  }
}

/**
 * Where the definition keeps the state. Without a word, in a file three folders above the stack's own: beside `cdktf.out`,
 * where cdktf puts it too, so that throwing away generated files never takes the state with it.
 */
function stateOf({ machines }: Cluster): TerraformState {
  return ('state' in machines ? machines.state : undefined) ?? resolveState({ kind: 'local' });
}
