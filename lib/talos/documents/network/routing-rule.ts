import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import type { RoutingTable } from './link-options';

/** Which packets use which routing table. */
export interface RoutingRuleOptions {
  readonly table: RoutingTable;
  /** @default unicast */
  readonly action?: 'unicast' | 'blackhole' | 'unreachable' | 'prohibit';
  /** Network that packets come from. */
  readonly src?: string;
  /** Network that packets go to. */
  readonly dst?: string;
  /** Link that packets come in by. */
  readonly iifName?: string;
  /** Link that packets go out by. */
  readonly oifName?: string;
  readonly fwMark?: number;
  /** Needs `fwMark`. */
  readonly fwMask?: number;
}

/** A rule of policy routing (`RoutingRuleConfig`); lower priorities, from 1 to 32765, come first. */
export function routingRule(priority: number, options: RoutingRuleOptions): PatchDocument {
  return typedDocument('RoutingRuleConfig', options, String(priority));
}

export const routingRuleKind: DocumentKind = { kind: 'RoutingRuleConfig', since: '1.13' };
