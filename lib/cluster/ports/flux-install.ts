import { z } from 'zod';

/** Flux's controllers by the names of their Deployments. Source: flux-operator, FluxInstance CRD. */
export const fluxControllers = [
  'source-controller',
  'source-watcher',
  'kustomize-controller',
  'helm-controller',
  'notification-controller',
  'image-reflector-controller',
  'image-automation-controller',
] as const;
export type FluxController = (typeof fluxControllers)[number];

/** A Kustomize patch of Flux's own Deployments and policies. */
export const fluxPatchShape = z.strictObject({
  /** Strategic merge patch or JSON patch, as YAML. */
  patch: z.string().min(1),
  /** What it changes, in Flux's own namespace. @default - what the patch itself names */
  target: z
    .strictObject({
      group: z.string().optional(),
      version: z.string().optional(),
      kind: z.string().optional(),
      /** Regular expression that matches whole names. */
      name: z.string().optional(),
      labelSelector: z.string().optional(),
      annotationSelector: z.string().optional(),
    })
    .optional(),
});
export type FluxPatch = z.output<typeof fluxPatchShape>;

const tuning = {
  /** Whether network policies guard Flux's controllers. */
  networkPolicy: z.boolean().default(true),
  /** Applied after those that the definition needs. */
  patches: z.array(fluxPatchShape).default([]),
};

export const fluxInstallShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('operator'),
      /** Registry of the controllers' images. */
      registry: z.string().min(1).default('ghcr.io/fluxcd'),
      /** OCI artifact with Flux's manifests, at a tag or digest. @default - those in the operator's own image */
      artifact: z.string().optional(),
      /** @default - the four that every cluster needs, and the source watcher where manifests come from upstream */
      controllers: z.array(z.enum(fluxControllers)).optional(),
      ...tuning,
    }),
    z.strictObject({
      kind: z.literal('manifests'),
      /** OCI artifact of Flux's releases, without a tag. */
      artifact: z.string().default('oci://ghcr.io/fluxcd/flux-manifests'),
      ...tuning,
    }),
  ])
  .prefault({ kind: 'operator' });
export type FluxInstall = z.output<typeof fluxInstallShape>;
type Options<K extends FluxInstall['kind']> = Omit<
  Extract<NonNullable<z.input<typeof fluxInstallShape>>, { kind: K }>,
  'kind'
>;

/** Flux by the flux-operator and a FluxInstance; the operator itself is there before, or a component. */
export function fluxOperator(options: Options<'operator'> = {}) {
  return { kind: 'operator', ...options } as const;
}

/** Flux by its own manifests: a person applies them once, and then they follow the release by themselves. */
export function fluxManifests(options: Options<'manifests'> = {}) {
  return { kind: 'manifests', ...options } as const;
}
