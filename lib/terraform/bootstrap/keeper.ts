import type { TerraformResourceLifecycle } from 'cdktf';

/**
 * Who keeps what the bootstrap has made. `gitops`: the engine finds the same objects in its repository and owns them from
 * then on; Terraform leaves them as they are, so that a newer release goes through Git and those given here stay what the
 * cluster began with. `terraform`: it keeps them itself.
 */
export type Keeper = 'gitops' | 'terraform';

/** Two owners would undo each other's changes for ever. */
export function lifecycleOf(keeper: Keeper): TerraformResourceLifecycle | undefined {
  return keeper === 'gitops' ? { ignoreChanges: 'all' } : undefined;
}
