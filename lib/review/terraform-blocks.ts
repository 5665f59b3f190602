import { isPlainObject, type PlainObject } from './plain-object';

export interface TerraformBlock {
  /** As Terraform writes it, with the block's kind in front: `resource.<type>.<name>`, `variable.<name>`, `provider.<name>[1]`. */
  readonly address: string;
  readonly body: unknown;
}

/** How many labels stand between the kind of a block and its body. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  output: 1,
  variable: 1,
  provider: 1,
  module: 1,
  locals: 1,
  check: 1,
  // not blocks of their own, but changed for reasons of their own: backend, required_providers, required_version
  terraform: 1,
};

/**
 * The blocks of a Terraform JSON configuration, by address. Comments (`//`) are no part of it: Terraform discards them, and
 * CDKTF keeps its construct paths there.
 *
 * Source: Terraform's JSON configuration syntax.
 */
export function terraformBlocks(configuration: PlainObject): TerraformBlock[] {
  return Object.entries(withoutComments(configuration) as PlainObject).flatMap(([kind, body]) =>
    unfold(kind, body, LABELS[kind] ?? 0),
  );
}

function unfold(address: string, body: unknown, labels: number): TerraformBlock[] {
  if (labels > 0 && isPlainObject(body)) {
    return Object.entries(body).flatMap(([label, inner]) => unfold(`${address}.${label}`, inner, labels - 1));
  }
  // a block may be written as a list of blocks: several of one provider, several `moved`
  if (Array.isArray(body)) {
    const [only] = body as unknown[];
    return body.length === 1
      ? unfold(address, only, labels)
      : body.flatMap((item: unknown, i) => unfold(`${address}[${String(i)}]`, item, labels));
  }
  return [{ address, body }];
}

function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, member]) => [key, withoutComments(member)]),
  );
}
