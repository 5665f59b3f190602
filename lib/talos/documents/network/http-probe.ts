import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A URL that must answer for the network to count as ready. */
export interface HttpProbeOptions {
  readonly url: string;
  /** @default 10s */
  readonly interval?: Duration;
  /** @default 1s */
  readonly timeout?: Duration;
  /** Failures in a row that are let pass. @default 0 */
  readonly failureThreshold?: number;
}

/** A probe of connectivity by HTTP (`HTTPProbeConfig`). */
export function httpProbe(name: string, options: HttpProbeOptions): PatchDocument {
  return typedDocument('HTTPProbeConfig', options, name);
}

export const httpProbeKind: DocumentKind = { kind: 'HTTPProbeConfig', since: '1.14' };
