import { TerraformStack, Testing } from 'cdktf';
import { StackRoot } from '../../lib/terraform';

/** What tests read of a `cdk.tf.json`. */
export interface TerraformJson {
  readonly terraform: {
    readonly backend: Record<string, Record<string, unknown>>;
    readonly required_providers: Record<string, { readonly source: string; readonly version: string }>;
  };
  readonly provider: Record<string, readonly Record<string, unknown>[]>;
  readonly variable?: Record<string, Record<string, unknown>>;
  readonly data: Record<string, Record<string, Record<string, unknown>>>;
  readonly resource: Record<string, Record<string, Block>>;
  readonly output?: Record<string, { readonly value: unknown }>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

interface Block {
  readonly [attribute: string]: unknown;
}

/** The JSON of a stack that holds what `build` puts in it; validations run, as `cdktf synth` runs them. */
export function synth(build: (stack: TerraformStack) => void): TerraformJson {
  const stack = new TerraformStack(new StackRoot(), 'stack');
  build(stack);
  return JSON.parse(Testing.synth(stack, true)) as TerraformJson;
}

/** Addresses of all resources and data sources, in order. */
export function addresses({ resource = {}, data = {} }: Partial<TerraformJson>): string[] {
  const of = (prefix: string, blocks: Record<string, Record<string, unknown>>) =>
    Object.entries(blocks).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${prefix}${type}.${name}`));
  return [...of('', resource), ...of('data.', data)].sort();
}
