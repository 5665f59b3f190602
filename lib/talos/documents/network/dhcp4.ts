import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';
import { interfaceField } from './interface-field';

/** DHCP for IPv4. */
export interface Dhcp4Options {
  /** Metric of the routes that it brings. @default 1024 */
  readonly routeMetric?: number;
  /** @default false */
  readonly ignoreHostname?: boolean;
  /** Since contract 1.14. @default false */
  readonly ignoreRoutes?: boolean;
  /** @default mac */
  readonly clientIdentifier?: 'none' | 'mac' | 'duid';
  /** Pairs of hexadecimal digits joined by colons, for `duid`. */
  readonly duidRaw?: string;
}

/** DHCP for IPv4 on a link (`DHCPv4Config`). */
export function dhcp4(link: string, options: Dhcp4Options = {}): PatchDocument {
  return typedDocument('DHCPv4Config', options, link);
}

export const dhcp4Kind: DocumentKind = {
  kind: 'DHCPv4Config',
  since: '1.12',
  later: { ignoreRoutes: '1.14' },
  older: {
    lost: ['ignoreHostname', 'clientIdentifier', 'duidRaw'],
    rewrite: (document, { earlier }) => {
      const { name, routeMetric } = document;
      // the pool may have turned IPv4 off with its DHCP for IPv6 alone
      const ipv4 = earlier.some((other) => other.kind === 'DHCPv6Config' && other.name === name) ? true : undefined;
      const dhcpOptions = routeMetric === undefined && ipv4 === undefined ? undefined : { routeMetric, ipv4 };
      return interfaceField(documentName(document), { dhcp: true, dhcpOptions });
    },
  },
};
