import type { Duration, JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { isObject } from '../../merge/plain';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Where the time comes from: servers or a clock of the hypervisor. */
export interface TimeSyncOptions {
  /** @default true */
  readonly enabled?: boolean;
  /** How long the boot waits for the time. @default - for ever */
  readonly bootTimeout?: Duration;
  readonly ntp?: {
    readonly servers?: readonly string[];
    /** Network time security; servers need names. Since contract 1.14. @default false */
    readonly useNTS?: boolean;
  };
  readonly ptp?: {
    /** E.g. `/dev/ptp0`. */
    readonly devices: readonly string[];
  };
}

/** Time synchronisation (`TimeSyncConfig`); `ntp` or `ptp`, not both. */
export function timeSync(options: TimeSyncOptions): PatchDocument {
  return typedDocument('TimeSyncConfig', options);
}

export const timeSyncKind: DocumentKind = {
  kind: 'TimeSyncConfig',
  since: '1.12',
  later: { 'ntp.useNTS': '1.14' },
  older: { rewrite },
};

/** Devices stood among the servers. */
function rewrite({ enabled, bootTimeout, ntp, ptp }: JsonObject): readonly PatchDocument[] {
  const servers = isObject(ptp) ? ptp.devices : isObject(ntp) ? ntp.servers : undefined;
  const disabled = typeof enabled === 'boolean' ? !enabled : undefined;
  return [{ machine: { time: { disabled, servers, bootTimeout } } }];
}
