import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import type { LinkOptions, RoutingTable } from './link-options';

/** Links with a routing table of their own. */
export interface VrfOptions extends LinkOptions {
  readonly links: readonly string[];
  /** Not one of the kernel's own. */
  readonly table: Exclude<RoutingTable, 'main' | 'local' | 'default'>;
  readonly hardwareAddr?: string;
}

/** A virtual routing and forwarding domain (`VRFConfig`). */
export function vrf(name: string, options: VrfOptions): PatchDocument {
  return typedDocument('VRFConfig', options, name);
}

export const vrfKind: DocumentKind = { kind: 'VRFConfig', since: '1.13' };
