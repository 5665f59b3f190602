import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Settings of a network card, as ethtool has them. */
export interface EthernetOptions {
  /** Offloads by name, e.g. `tx-checksum-ip-generic`. */
  readonly features?: Readonly<Record<string, boolean>>;
  /** Sizes of the ring buffers. */
  readonly rings?: {
    readonly rx?: number;
    readonly tx?: number;
    readonly 'rx-mini'?: number;
    readonly 'rx-jumbo'?: number;
    readonly 'rx-buf-len'?: number;
    readonly 'cqe-size'?: number;
    readonly 'tx-push'?: boolean;
    readonly 'rx-push'?: boolean;
    readonly 'tx-push-buf-len'?: number;
    readonly 'tcp-data-split'?: boolean;
  };
  /** Numbers of queues. */
  readonly channels?: {
    readonly rx?: number;
    readonly tx?: number;
    readonly other?: number;
    readonly combined?: number;
  };
  /** What wakes the machine. Since contract 1.12. */
  readonly wakeOnLan?: readonly WakeOnLan[];
}

export type WakeOnLan = 'phy' | 'unicast' | 'multicast' | 'broadcast' | 'magic' | 'magicsecure' | 'filter';

/** Settings of a network card (`EthernetConfig`). */
export function ethernet(link: string, options: EthernetOptions): PatchDocument {
  return typedDocument('EthernetConfig', options, link);
}

export const ethernetKind: DocumentKind = { kind: 'EthernetConfig', since: '1.10', later: { wakeOnLan: '1.12' } };
