import { z } from 'zod';
import { repositoryShape } from './repository';
import { secretDeliveryShape } from './secret-delivery';

export const fluxShape = z.strictObject({
  kind: z.literal('flux'),
  /** Exact version of Flux, e.g. `v2.7.3`. */
  version: z.string(),
  repository: repositoryShape,
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
  secrets: secretDeliveryShape,
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
