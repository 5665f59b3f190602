import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A network without a way to it. */
export interface BlackholeRouteOptions {
  readonly metric?: number;
}

/** Drops packets to a network such as `198.51.100.0/24` (`BlackholeRouteConfig`). */
export function blackholeRoute(destination: string, options: BlackholeRouteOptions = {}): PatchDocument {
  return typedDocument('BlackholeRouteConfig', options, destination);
}

export const blackholeRouteKind: DocumentKind = { kind: 'BlackholeRouteConfig', since: '1.13' };
