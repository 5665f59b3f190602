/** What `terraform show -json` says of a plan. Source: Terraform documentation, "JSON Output Format". */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
}

interface ResourceChange {
  readonly address: string;
  /** Where it stood before, if it is moved. */
  readonly previous_address?: string;
  readonly mode: 'managed' | 'data';
  readonly change: { readonly actions: readonly string[] };
}

/** Addresses of the resources that a plan destroys, those that it makes anew included. */
export function destroyed({ resource_changes = [] }: Plan): string[] {
  return resource_changes.filter(({ change }) => change.actions.includes('delete')).map(({ address }) => address);
}

/** Everything that a plan does to resources, by address. */
export function changes({ resource_changes = [] }: Plan): ReadonlyMap<string, string> {
  const changed = resource_changes.filter(
    ({ mode, change }) => mode === 'managed' && change.actions.some((action) => action !== 'no-op'),
  );
  return new Map(changed.map(({ address, change }) => [address, change.actions.join('+')]));
}

/** Addresses that resources are moved to. */
export function moved({ resource_changes = [] }: Plan): string[] {
  return resource_changes.filter((each) => each.previous_address !== undefined).map(({ address }) => address);
}
