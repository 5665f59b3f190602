import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { Context, DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';
import { interfaceField } from './interface-field';

/** DHCP for IPv6. */
export interface Dhcp6Options {
  /** Metric of the routes that it brings. @default 1024 */
  readonly routeMetric?: number;
  /** @default false */
  readonly ignoreHostname?: boolean;
  /** @default mac */
  readonly clientIdentifier?: 'none' | 'mac' | 'duid';
  /** Pairs of hexadecimal digits joined by colons, for `duid`. */
  readonly duidRaw?: string;
}

/** DHCP for IPv6 on a link (`DHCPv6Config`). */
export function dhcp6(link: string, options: Dhcp6Options = {}): PatchDocument {
  return typedDocument('DHCPv6Config', options, link);
}

export const dhcp6Kind: DocumentKind = {
  kind: 'DHCPv6Config',
  since: '1.12',
  needs: ({ clientIdentifier }) =>
    clientIdentifier === undefined || clientIdentifier === 'duid'
      ? []
      : [{ contract: '1.12', path: 'clientIdentifier' }],
  older: {
    lost: ['ignoreHostname'],
    rewrite: (document, context) => {
      const { routeMetric, duidRaw } = document;
      // DHCP was for IPv4 unless told otherwise
      const ipv4 = hasDhcp4(document, context) ? undefined : false;
      const dhcpOptions = { routeMetric, ipv4, ipv6: true, duidv6: duidRaw };
      return interfaceField(documentName(document), { dhcp: true, dhcpOptions });
    },
  },
};

function hasDhcp4({ name }: JsonObject, { documents, earlier }: Context): boolean {
  return [...earlier, ...documents].some((other) => other.kind === 'DHCPv4Config' && other.name === name);
}
