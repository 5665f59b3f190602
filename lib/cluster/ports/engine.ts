import { z } from 'zod';

export const repositoryShape = z.strictObject({
  /** URL that the engine clones. */
  url: z.string(),
  /** Branch, tag, commit or `HEAD`. */
  revision: z.string().default('HEAD'),
  /** Folder of the synthesized tree inside the repository; empty where the tree is its root. */
  path: z.string().default(''),
});
export type Repository = z.output<typeof repositoryShape>;

/** Secrets as SOPS files, encrypted for the named age recipients of the cluster. */
export const sopsShape = z.strictObject({
  kind: z.literal('sops'),
  /** Names from the definition's `recipients`. */
  recipients: z.array(z.string()),
});

/** SOPS files, encrypted for recipients named in the definition's `recipients`. */
export function sops(options: { readonly recipients: string[] }): z.input<typeof sopsShape> {
  return { kind: 'sops', ...options };
}

export const argoCdShape = z.strictObject({
  kind: z.literal('argo-cd'),
  /** Exact version of Argo CD, e.g. `v3.2.6`. */
  version: z.string(),
  repository: repositoryShape,
  /**
   * How Applications come to be: `applicationSet` discovers a directory per component; `appOfApps` makes one root app per
   * stage, whose children are the components, named by App IDs.
   */
  layout: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('application-set') }),
    z.strictObject({
      kind: z.literal('app-of-apps'),
      /** Cluster directory, the first segment of every App ID. */
      directory: z.string().default('in-cluster'),
    }),
  ]),
  secrets: sopsShape,
});

export type ArgoCdOptions = Omit<z.input<typeof argoCdShape>, 'kind'>;
export type ArgoCd = z.output<typeof argoCdShape>;

/** Argo CD as the GitOps engine. */
export function argoCd(options: ArgoCdOptions): z.input<typeof argoCdShape> {
  return { kind: 'argo-cd', ...options };
}

/** One Application per component directory, discovered by an ApplicationSet. */
export function applicationSet() {
  return { kind: 'application-set' } as const;
}

/** One root app per stage with a child per component; Applications are named by App IDs. */
export function appOfApps(options: { readonly directory?: string } = {}) {
  return { kind: 'app-of-apps', ...options } as const;
}

// One line per engine.
export const engineShape = z.discriminatedUnion('kind', [argoCdShape]);
export type Engine = z.output<typeof engineShape>;
