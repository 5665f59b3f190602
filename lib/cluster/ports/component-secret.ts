import type { SecretRef } from '../secret';

/** The private age key that opens the cluster's secrets: only a person has it, so it comes with the bootstrap. */
export interface AgeIdentity {
  readonly ageIdentity: true;
}

/** `ageIdentity()`: the private age key, wherever the Secret stands that holds it. */
export function ageIdentity(): AgeIdentity {
  return { ageIdentity: true };
}

/** What a key of a Secret holds: a text, or the reference of a value that is a secret. */
export type SecretValue = string | SecretRef | AgeIdentity;

/** A Secret that a component reads. */
export interface ComponentSecret {
  /** Name of the Secret. */
  readonly name: string;
  /** @default - that of the component */
  readonly namespace?: string;
  /** Type of the Secret, e.g. `kubernetes.io/dockerconfigjson`. @default 'Opaque' */
  readonly type?: string;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, SecretValue>>;
}
