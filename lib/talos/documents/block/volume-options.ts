import type { Duration, Size } from '../../../cluster';

/** Which disk a volume stands on, and how large it is. */
export interface ProvisioningOptions {
  readonly diskSelector?: {
    /** CEL expression over `disk` and `system_disk`, e.g. `disk.transport == "nvme" && !system_disk`. */
    readonly match: string;
  };
  /** Take the whole space that is free. @default - per volume */
  readonly grow?: boolean;
  readonly minSize?: Size;
  /** A size, or a share of the disk such as `50%`. */
  readonly maxSize?: Size | `${number}%`;
}

/** Filesystem maintenance of a volume, apart from that of the machine. Since contract 1.14. */
export interface MaintenanceOptions {
  readonly trim?: IntervalOptions;
  readonly scrub?: IntervalOptions;
}

/** Whether something runs, and how often. */
export interface IntervalOptions {
  readonly enabled?: boolean;
  readonly interval?: Duration;
}

/** Fields of a volume that came with contract 1.14. */
export const laterMaintenance = { trim: '1.14', scrub: '1.14' } as const;
