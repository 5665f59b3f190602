import { z } from 'zod';
import { argoCdServerShape } from './argo-cd-server';
import { repositoryShape } from './repository';
import { secretDeliveryShape } from './secret-delivery';

/** Workloads of Argo CD's own installation, by the last part of their names. */
export const argoCdWorkloads = [
  'application-controller',
  'applicationset-controller',
  'dex-server',
  'notifications-controller',
  'redis',
  'repo-server',
  'server',
] as const;
export type ArgoCdWorkload = (typeof argoCdWorkloads)[number];

const quantities = z.strictObject({ cpu: z.string().optional(), memory: z.string().optional() });

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
  /** How people reach Argo CD. @default - by port forwarding, as the built-in administrator */
  server: argoCdServerShape.optional(),
  /** Replicas of what may have several. @default - one each */
  replicas: z.strictObject({ server: z.int().min(1).optional(), repoServer: z.int().min(1).optional() }).optional(),
  /** What the containers request and may use, by workload, as Kubernetes quantities. @default - nothing is said */
  resources: z
    .partialRecord(
      z.enum(argoCdWorkloads),
      z.strictObject({ requests: quantities.optional(), limits: quantities.optional() }),
    )
    .optional(),
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
