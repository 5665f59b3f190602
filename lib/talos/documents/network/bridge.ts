import type { PatchDocument } from '../../document';
import { isObject } from '../../merge/plain';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { linkKindParts } from './interface-field';
import type { LinkOptions } from './link-options';

/** Links that form one network. */
export interface BridgeOptions extends LinkOptions {
  /** Names of links, or aliases of them. */
  readonly links: readonly string[];
  readonly hardwareAddr?: string;
  readonly stp?: {
    /** Spanning tree protocol. */
    readonly enabled: boolean;
  };
  readonly vlan?: {
    readonly filtering: boolean;
  };
}

/** A bridge of links (`BridgeConfig`). */
export function bridge(name: string, options: BridgeOptions): PatchDocument {
  return typedDocument('BridgeConfig', options, name);
}

export const bridgeKind: DocumentKind = {
  kind: 'BridgeConfig',
  ...linkKindParts(
    ({ links, stp, vlan }) => ({
      bridge: { interfaces: links, stp, vlan: isObject(vlan) ? { vlanFiltering: vlan.filtering } : undefined },
    }),
    ['hardwareAddr'],
  ),
};
