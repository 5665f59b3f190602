import type { JsonObject } from '../cluster';
import { gatewayKinds } from './gateway-api-release';
import { httpRoute, type Exposure, type RouteBackend } from './http-route';

/** What an exposure adds to a component; nothing where there is none. */
export interface Exposed {
  readonly objects: readonly JsonObject[];
  readonly requires: readonly string[];
}

/** The HTTPRoute of a component that may be exposed, and what must be there before it. */
export function exposed(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  exposure: Exposure | undefined,
  backend: RouteBackend,
): Exposed {
  if (exposure === undefined) return { objects: [], requires: [] };
  return {
    objects: [httpRoute(name, namespace, exposure, backend)],
    requires: gatewayKinds('HTTPRoute'),
  };
}

/** Where browsers reach an exposed component: https on its first host, without a slash at the end. */
export function publicUrl({ hosts: [host] }: Exposure): string {
  return `https://${host}`;
}
