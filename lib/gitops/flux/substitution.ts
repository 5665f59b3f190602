import type { Flux, Json, JsonObject } from '../../cluster';
import type { PostBuild } from './objects/kustomization';

/** Where the variables of a cluster stand, in the namespace of the Kustomization that reads them. */
export const settings = { values: 'cluster-settings', secrets: 'cluster-secrets' } as const;

/** Whether Flux fills in variables at all. */
export function substitutes({ substitution: { values, secrets } }: Pick<Flux, 'substitution'>): boolean {
  return Object.keys(values).length > 0 || Object.keys(secrets).length > 0;
}

/** Where a Kustomization reads its variables. @default - it has none, and leaves every `${` alone */
export function variablesOf(gitops: Pick<Flux, 'substitution'>): PostBuild | undefined {
  const { values, secrets } = gitops.substitution;
  if (!substitutes(gitops)) return undefined;
  return {
    substituteFrom: [
      ...(Object.keys(values).length > 0 ? [{ kind: 'ConfigMap', name: settings.values } as const] : []),
      ...(Object.keys(secrets).length > 0 ? [{ kind: 'Secret', name: settings.secrets } as const] : []),
    ],
  };
}

/** The variables that are no secrets, as a ConfigMap. @default - there are none */
export function settingsObject(
  { substitution: { values } }: Pick<Flux, 'substitution'>,
  namespace?: string,
): JsonObject | undefined {
  const entries = Object.entries(values);
  if (entries.length === 0) return undefined;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: settings.values, namespace },
    data: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
  };
}

/**
 * An object as a file must write it for Flux to give it back unchanged but for the variables of the definition. Where
 * nothing is filled in, that is the object itself.
 */
export function escapeForFlux<T extends JsonObject>(object: T, gitops: Pick<Flux, 'substitution'>): T {
  if (!substitutes(gitops)) return object;
  const { values, secrets } = gitops.substitution;
  const names = new Set([...Object.keys(values), ...Object.keys(secrets)]);
  return escapeValue(object, names) as T;
}

function escapeValue(value: Json, names: ReadonlySet<string>): Json {
  if (typeof value === 'string') return escapeText(value, names);
  if (isList(value)) return value.map((member) => escapeValue(member, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      escapeText(key, names),
      member === undefined ? undefined : escapeValue(member, names),
    ]),
  );
}

/** Dollar signs, and after the last of them what begins a variable, up to its end where it is nothing but a name. */
const dollars = /(\$+)(\{(?:([A-Za-z_][A-Za-z0-9_]*)\})?)?/g;

/**
 * Flux reads `$$` as one dollar sign anywhere, and `${` as a variable; a dollar sign by itself stays one. Of the forms that
 * variables have in a shell, `${name}` alone is one here: in every other, a script's own could not be told from it.
 * Source: fluxcd/pkg, envsubst
 */
function escapeText(text: string, names: ReadonlySet<string>): string {
  return text.replaceAll(dollars, (whole, signs: string, brace?: string, name?: string) => {
    const rest = brace ?? '';
    if (name !== undefined && names.has(name)) return `${'$$'.repeat(signs.length - 1)}$${rest}`;
    return brace === undefined && signs.length === 1 ? whole : `${'$$'.repeat(signs.length)}${rest}`;
  });
}

// Array.isArray alone does not narrow a readonly array
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
