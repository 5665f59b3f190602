import { z } from 'zod';

/**
 * How the encrypted files of the tree become Secrets: `files`, the engine decrypts them itself (Flux); `sops-secrets`,
 * an operator makes Secrets of SopsSecrets; `ksops`, a generator of Kustomize decrypts within the engine (Argo CD);
 * `by-hand`, a person applies them, with the bootstrap.
 */
export const sopsDeliveries = ['files', 'sops-secrets', 'ksops', 'by-hand'] as const;
export type SopsDelivery = (typeof sopsDeliveries)[number];

/** Secrets as SOPS files, encrypted for the named age recipients of the cluster. */
export const sopsShape = z.strictObject({
  kind: z.literal('sops'),
  /** Names from the definition's `recipients`. */
  recipients: z.array(z.string()),
  /** @default - what the engine can do with the platform at hand, see `secretDelivery` */
  delivery: z.enum(sopsDeliveries).optional(),
});

/** Secrets from a store outside the tree, which the External Secrets Operator reads; only what it needs itself is encrypted. */
export const externalSecretsShape = z.strictObject({
  kind: z.literal('external-secrets'),
  /** Names from the definition's `recipients`: who opens what the store itself cannot hold. */
  recipients: z.array(z.string()),
  /** Name of the ClusterSecretStore. */
  store: z.string().min(1),
  /** How often values are read again, as a Go duration. */
  refresh: z.string().default('1h'),
});

export const secretDeliveryShape = z.discriminatedUnion('kind', [sopsShape, externalSecretsShape]);
export type SecretDeliveryChoice = z.output<typeof secretDeliveryShape>;

/** SOPS files, encrypted for recipients named in the definition's `recipients`. */
export function sops(options: Omit<z.input<typeof sopsShape>, 'kind'>): z.input<typeof sopsShape> {
  return { kind: 'sops', ...options };
}

/** Secrets from a store such as Vault, through the External Secrets Operator. */
export function externalSecrets(
  options: Omit<z.input<typeof externalSecretsShape>, 'kind'>,
): z.input<typeof externalSecretsShape> {
  return { kind: 'external-secrets', ...options };
}
