import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A port that must answer for the network to count as ready. */
export interface TcpProbeOptions {
  /** Host and port. */
  readonly endpoint: string;
  /** @default 10s */
  readonly interval?: Duration;
  /** @default 1s */
  readonly timeout?: Duration;
  /** Failures in a row that are let pass. @default 0 */
  readonly failureThreshold?: number;
}

/** A probe of connectivity by TCP (`TCPProbeConfig`). */
export function tcpProbe(name: string, options: TcpProbeOptions): PatchDocument {
  return typedDocument('TCPProbeConfig', options, name);
}

export const tcpProbeKind: DocumentKind = { kind: 'TCPProbeConfig', since: '1.13' };
