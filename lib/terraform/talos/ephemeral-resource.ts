import { TerraformElement, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/** What an address is made of. */
type Addressed = Pick<TerraformResource, 'terraformResourceType' | 'friendlyUniqueId'>;

export interface EphemeralResourceProps {
  /** Type as the provider names it, e.g. `sops_file`. */
  readonly type: string;
  /** Arguments in the provider's spelling. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What has to be there first. @default - what the arguments refer to */
  readonly dependsOn?: readonly Addressed[];
}

/**
 * A value that exists while Terraform runs, and is written neither into its state nor into a plan. cdktf knows no such
 * block; Terraform has them since 1.10. Source: Terraform language, "Ephemeral block".
 */
export class EphemeralResource extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: EphemeralResourceProps,
  ) {
    super(scope, id);
  }

  /** Address that expressions use, e.g. `ephemeral.sops_file.edge`. */
  get address(): string {
    return `ephemeral.${this.props.type}.${this.friendlyUniqueId}`;
  }

  override toTerraform(): Record<string, unknown> {
    const { type, arguments: values, dependsOn } = this.props;
    const block = { ...values, ...(dependsOn !== undefined && { depends_on: dependsOn.map(addressOf) }) };
    return { ephemeral: { [type]: { [this.friendlyUniqueId]: block } } };
  }
}

/** Address of a resource, e.g. `talos_machine_bootstrap.edge`. cdktf's own `fqn` is a token of an expression. */
export function addressOf({ terraformResourceType, friendlyUniqueId }: Addressed): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
