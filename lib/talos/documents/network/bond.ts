import type { PatchDocument } from '../../document';
import { renamed } from '../field';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { linkKindParts } from './interface-field';
import type { LinkOptions } from './link-options';

/** Links that act as one. Times are milliseconds. */
export interface BondOptions extends LinkOptions {
  /** Names of links, or aliases of them. */
  readonly links: readonly string[];
  readonly bondMode:
    'balance-rr' | 'active-backup' | 'balance-xor' | 'broadcast' | '802.3ad' | 'balance-tlb' | 'balance-alb';
  readonly hardwareAddr?: string;
  /** How often links are looked at. */
  readonly miimon?: number;
  /** A multiple of `miimon`. */
  readonly updelay?: number;
  /** A multiple of `miimon`. */
  readonly downdelay?: number;
  readonly useCarrier?: boolean;
  readonly xmitHashPolicy?: 'layer2' | 'layer3+4' | 'layer2+3' | 'encap2+3' | 'encap3+4';
  readonly arpInterval?: number;
  readonly arpIpTargets?: readonly string[];
  readonly nsIp6Targets?: readonly string[];
  readonly arpValidate?: 'none' | 'active' | 'backup' | 'all' | 'filter' | 'filter-active' | 'filter-backup';
  readonly arpAllTargets?: 'any' | 'all';
  /** For 802.3ad. */
  readonly lacpRate?: 'slow' | 'fast';
  readonly failOverMac?: 'none' | 'active' | 'follow';
  readonly adSelect?: 'stable' | 'bandwidth' | 'count';
  readonly adActorSysPrio?: number;
  readonly adUserPortKey?: number;
  readonly adLACPActive?: 'on' | 'off';
  readonly primaryReselect?: 'always' | 'better' | 'failure';
  readonly resendIGMP?: number;
  readonly minLinks?: number;
  readonly lpInterval?: number;
  readonly packetsPerSlave?: number;
  readonly numPeerNotif?: number;
  readonly tlbLogicalLb?: number;
  readonly allSlavesActive?: number;
  readonly peerNotifDelay?: number;
  readonly missedMax?: number;
}

/** A bond of links (`BondConfig`). */
export function bond(name: string, options: BondOptions): PatchDocument {
  return typedDocument('BondConfig', options, name);
}

/** Fields that the main document spells in another way. */
const olderNames = {
  links: 'interfaces',
  bondMode: 'mode',
  resendIGMP: 'resendIgmp',
  tlbLogicalLb: 'tlbDynamicLb',
  peerNotifDelay: 'peerNotifyDelay',
};

export const bondKind: DocumentKind = {
  kind: 'BondConfig',
  ...linkKindParts(
    (own) => ({ bond: renamed(own, olderNames) }),
    // Talos refused the targets in the main document
    ['hardwareAddr', 'arpIpTargets', 'nsIp6Targets', 'adLACPActive', 'missedMax'],
  ),
};
