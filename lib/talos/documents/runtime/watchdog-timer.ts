import type { Duration } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A timer in hardware that restarts a machine which hangs. */
export interface WatchdogTimerOptions {
  /** E.g. `/dev/watchdog0`. */
  readonly device: string;
  /** 10 seconds or more. @default 1m */
  readonly timeout?: Duration;
}

/** The hardware watchdog (`WatchdogTimerConfig`). */
export function watchdogTimer(options: WatchdogTimerOptions): PatchDocument {
  return typedDocument('WatchdogTimerConfig', options);
}

export const watchdogTimerKind: DocumentKind = { kind: 'WatchdogTimerConfig', since: '1.10' };
