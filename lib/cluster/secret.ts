/**
 * A secret by name. A definition holds references only; where the value comes from is the secret
 * delivery of the GitOps engine, and values exist only inside `lib/secrets` and the writer.
 */
export interface SecretRef {
  readonly secret: string;
}

/** `secret('hcloud-token')`: a reference to the secret of that name. */
export function secret(name: string): SecretRef {
  return { secret: name };
}
