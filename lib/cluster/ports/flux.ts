import { z } from 'zod';
import { Duration } from '../duration';
import { duration, secretRef } from '../values';
import { fluxAccessShape } from './flux-access';
import { fluxInstallShape } from './flux-install';
import { repositoryShape } from './repository';
import { secretDeliveryShape } from './secret-delivery';

/** What Flux does where the cluster has drifted from a HelmRelease. */
export const driftModes = ['enabled', 'warn', 'disabled'] as const;
export type DriftMode = (typeof driftModes)[number];

/** Senders of webhooks whose secret is a token. Gitea and Forgejo sign as `github` does. Source: Flux 2.9, Receiver CRD. */
export const webhookTypes = [
  'generic',
  'generic-hmac',
  'github',
  'gitlab',
  'bitbucket',
  'harbor',
  'dockerhub',
  'quay',
  'gcr',
  'nexus',
  'acr',
  'cdevents',
] as const;
export type WebhookType = (typeof webhookTypes)[number];

export const fluxShape = z.strictObject({
  kind: z.literal('flux'),
  /** Exact version of Flux, e.g. `v2.7.3`. */
  version: z.string(),
  /** `revision` is a branch, or a full reference such as `refs/tags/v1.2.0`. */
  repository: repositoryShape.extend({ revision: z.string().default('main') }),
  /** How Flux logs in to the repository. @default - anyone may read it */
  access: fluxAccessShape.optional(),
  /**
   * How components become Kustomizations: `components`, one each, in one flat list that depends on what it requires;
   * `stages`, one per stage, which depends on the stage before, with the components' own below it; `apps`, one per
   * component beside its files, in folders by namespace.
   */
  layout: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('components') }),
    z.strictObject({ kind: z.literal('stages') }),
    z.strictObject({ kind: z.literal('apps') }),
  ]),
  install: fluxInstallShape,
  secrets: secretDeliveryShape,
  /** How often the repository is looked at. */
  interval: duration().default(Duration.minutes(5)),
  /** What is done where the cluster has drifted from a HelmRelease. */
  driftDetection: z.enum(driftModes).default('warn'),
  /** Who tells Flux of a push. @default - nobody: Flux looks by itself */
  webhook: z
    .strictObject({
      type: z.enum(webhookTypes),
      token: secretRef(),
      /** @default - what the sender calls a push */
      events: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
  /**
   * Variables that Flux fills in for `${name}` in what it applies: facts known only once something else is applied. Every
   * other `${` of a component stays what it is.
   */
  substitution: z
    .strictObject({
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
      secrets: z.record(z.string(), secretRef()).default({}),
    })
    .prefault({}),
});

export type FluxOptions = Omit<z.input<typeof fluxShape>, 'kind'>;
export type Flux = z.output<typeof fluxShape>;

/** Flux as the GitOps engine. */
export function flux(options: FluxOptions): z.input<typeof fluxShape> {
  return { kind: 'flux', ...options };
}

/** A flat list of Kustomizations, one per component, ordered by what each requires. */
export function fluxComponents() {
  return { kind: 'components' } as const;
}

/** One Kustomization per stage, each after the one before. */
export function fluxStages() {
  return { kind: 'stages' } as const;
}

/** One Kustomization per component beside its files, in folders by namespace. */
export function fluxApps() {
  return { kind: 'apps' } as const;
}
