import { z } from 'zod';
import { secretRef } from '../values';

/** Login to Argo CD by OpenID Connect. */
export const argoCdLoginShape = z.strictObject({
  /** Text of the button. */
  name: z.string().min(1).default('OpenID Connect'),
  /** @default - that of the cluster's `oidc` */
  issuerUrl: z.url().optional(),
  clientId: z.string().min(1),
  /** @default - none: a public client, which proves itself by PKCE */
  clientSecret: secretRef().optional(),
  scopes: z.array(z.string().min(1)).default(['openid', 'profile', 'email', 'groups']),
  /** Groups of the login by the role that they get, e.g. `{ 'role:admin': ['platform'] }`. @default - all may look */
  roles: z.record(z.string(), z.array(z.string().min(1))).default({}),
});

/** How people reach Argo CD. */
export const argoCdServerShape = z.strictObject({
  /** Address of the pages, e.g. `https://argocd.example.com`. */
  url: z.url({ protocol: /^https$/ }),
  login: argoCdLoginShape.optional(),
  /** Gateway that lets people in. @default - the platform's own affair */
  route: z
    .strictObject({
      gateway: z.strictObject({
        name: z.string().min(1),
        namespace: z.string().min(1).optional(),
        listener: z.string().min(1).optional(),
      }),
      /**
       * Where TLS ends: at the `gateway`, which then talks to Argo CD in clear text, or at the `server`, whose certificate
       * cert-manager issues and the gateway checks.
       */
      tls: z.enum(['gateway', 'server']).default('gateway'),
    })
    .optional(),
});

export type ArgoCdLogin = z.output<typeof argoCdLoginShape>;
export type ArgoCdServer = z.output<typeof argoCdServerShape>;
