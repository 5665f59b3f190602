import { z } from 'zod';
import { secretRef } from '../values';

export const fluxAccessShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('token'),
    /** Many forges take any name beside a token. */
    username: z.string().min(1).default('git'),
    token: secretRef(),
  }),
  z.strictObject({
    kind: z.literal('deploy-key'),
    /** Private key of OpenSSH. */
    identity: secretRef(),
    /** Lines of `known_hosts` for the repository's host, as `ssh-keyscan` prints them. */
    knownHosts: z.string().min(1),
  }),
]);
export type FluxAccess = z.output<typeof fluxAccessShape>;

/** A user and token, for `https://…` repositories. */
export function gitToken(options: Omit<Extract<z.input<typeof fluxAccessShape>, { kind: 'token' }>, 'kind'>) {
  return { kind: 'token', ...options } as const;
}

/** A key that may read the repository, for `ssh://…` repositories. */
export function deployKey(options: Omit<Extract<z.input<typeof fluxAccessShape>, { kind: 'deploy-key' }>, 'kind'>) {
  return { kind: 'deploy-key', ...options } as const;
}
