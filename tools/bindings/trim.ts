import type { Selection } from './selection';

/** What `terraform providers schema -json` prints, as far as it is read here. */
export interface PrintedSchema {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, PrintedProvider>>;
}

interface PrintedProvider {
  readonly provider: unknown;
  readonly resource_schemas?: Readonly<Record<string, unknown>>;
  readonly data_source_schemas?: Readonly<Record<string, unknown>>;
  readonly ephemeral_resource_schemas?: Readonly<Record<string, unknown>>;
}

/** The committed form: the print-out of one provider, cut to a selection, with the version it was printed by. */
export interface TrimmedSchema extends PrintedSchema {
  /** Version of the provider by its full address; the generator takes it over into the bindings. */
  readonly provider_versions: Readonly<Record<string, string>>;
}

/**
 * Cuts a print-out to a selection and drops its prose.
 *
 * @param versions - `provider_selections` of `terraform version -json`
 * @throws Error that names every selected resource or data source that the provider does not have
 */
export function trimSchema(
  printed: PrintedSchema,
  versions: Readonly<Record<string, string>>,
  selection: Selection,
): TrimmedSchema {
  const address = Object.keys(printed.provider_schemas).find((key) => key.endsWith(`/${selection.source}`));
  const provider = address === undefined ? undefined : printed.provider_schemas[address];
  const version = address === undefined ? undefined : versions[address];
  if (address === undefined || provider === undefined || version === undefined) {
    const found = Object.keys(printed.provider_schemas).join(', ');
    throw new Error(
      `the schema holds no ${selection.source}, got ${found}; print it from a working directory that requires it`,
    );
  }
  const missing: string[] = [];
  const pick = (from: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    Object.fromEntries(
      [...names].sort().map((name) => {
        if (!(name in from)) missing.push(name);
        return [name, withoutProse(from[name])];
      }),
    );
  const trimmed: TrimmedSchema = {
    format_version: printed.format_version,
    provider_versions: { [address]: version },
    provider_schemas: {
      [address]: {
        provider: withoutProse(provider.provider),
        resource_schemas: pick(provider.resource_schemas ?? {}, selection.resources),
        data_source_schemas: pick(provider.data_source_schemas ?? {}, selection.dataSources),
        ...(selection.ephemeralResources !== undefined && {
          ephemeral_resource_schemas: pick(provider.ephemeral_resource_schemas ?? {}, selection.ephemeralResources),
        }),
      },
    },
  };
  if (missing.length > 0) {
    throw new Error(`${selection.source} ${version} has no ${missing.join(', ')}; correct tools/bindings/selection.ts`);
  }
  return trimmed;
}

/** A schema node without its descriptions. An attribute may itself be called `description`: then it is an object. */
function withoutProse(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutProse);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(prose.has(key) && typeof value === 'string'))
      .map(([key, value]) => [key, withoutProse(value)]),
  );
}

const prose = new Set(['description', 'description_kind']);

/** The text of a schema file: one line per scalar, and short lists on one, as the formatter has them. */
export function printSchema(schema: TrimmedSchema): string {
  const text = JSON.stringify(schema, null, 2);
  return `${text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, items: string) => `[${items.replaceAll(/\s+/g, ' ')}]`)}\n`;
}
