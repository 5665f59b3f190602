import type { Precondition, TerraformResource, TerraformResourceLifecycle } from 'cdktf';
import { previousMachineName, type ListedPools, type Machine } from '../cluster';
import { identifier, named } from './naming';

/**
 * Gives a resource the address that its parts name, and moves there what stood at a former one, so that a new name destroys
 * nothing.
 *
 * @param before - parts of the former address; none where it never had another
 */
export function namedAndMoved<Resource extends TerraformResource>(
  resource: Resource,
  parts: readonly string[],
  before: readonly string[] | undefined,
): Resource {
  named(resource, ...parts);
  if (before !== undefined) resource.moveFromId(`${resource.terraformResourceType}.${identifier(...before)}`);
  return resource;
}

/** The parts of a machine's former address; undefined where neither it nor its pool had another name. */
export function formerParts(
  cluster: { readonly name: string },
  pools: ListedPools,
  { pool, key }: Machine,
  ...more: readonly string[]
): readonly string[] | undefined {
  const before = previousMachineName(cluster.name, pools, pool, key);
  return before === undefined ? undefined : [before, ...more];
}

/** What Terraform must not do to a resource. */
export interface Keeping {
  /** Refuse every plan that destroys it. */
  readonly protect: boolean;
  /** What of it holds for the moment of its making. */
  readonly ignoreChanges?: readonly string[];
  /** What must be true before it is made. */
  readonly preconditions?: readonly Precondition[];
}

/** The `lifecycle` of a resource; undefined where it is Terraform's own. */
export function lifecycle({
  protect,
  ignoreChanges = [],
  preconditions = [],
}: Keeping): TerraformResourceLifecycle | undefined {
  if (!protect && ignoreChanges.length === 0 && preconditions.length === 0) return undefined;
  return {
    ...(ignoreChanges.length > 0 && { ignoreChanges: [...ignoreChanges] }),
    ...(protect && { preventDestroy: true }),
    ...(preconditions.length > 0 && { precondition: [...preconditions] }),
  };
}
