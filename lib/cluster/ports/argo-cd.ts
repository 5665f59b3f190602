import { z } from 'zod';
import { repositoryShape } from './repository';
import { secretDeliveryShape } from './secret-delivery';

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
  secrets: secretDeliveryShape,
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
