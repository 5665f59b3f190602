import { isIPv4, isIPv6 } from 'node:net';
import { Cidr, Ip } from '../../../cluster';

/** An address, with a zone or without. Source: Go `netip.ParseAddr`. */
export function isAddress(text: string): boolean {
  const [address = '', ...zone] = text.split('%');
  if (zone.length > 0) return address.includes(':') && isIPv6(address) && zone.join('%') !== '';
  return isIPv4(text) || isIPv6(text);
}

/** An address without a zone. Source: Go `net.ParseIP`. */
export function isPlainAddress(text: string): boolean {
  return !text.includes('%') && isAddress(text);
}

/** An address and the length of its network. Source: Go `netip.ParsePrefix`. */
export function isPrefix(text: string): boolean {
  return splitPrefix(text, /^(0|[1-9][0-9]{0,2})$/) !== undefined;
}

/** The same with zeros before the length. Source: Go `net.ParseCIDR`. */
export function isCidr(text: string): boolean {
  return splitPrefix(text, /^[0-9]+$/) !== undefined;
}

/** An address or a network. Source: Talos `ParseSubnetOrAddress`. */
export function isSubnetOrAddress(text: string): boolean {
  return isPrefix(text) || isAddress(text);
}

/** A network that can be turned round by `!`. */
export function isFilter(text: string): boolean {
  return isSubnetOrAddress(text.replace(/^!/, ''));
}

/** An address or a network, each without a zone. Source: Talos `validateIPOrCIDR`. */
export function isAddressOrCidr(text: string): boolean {
  return text.includes('/') ? isCidr(text) : isPlainAddress(text);
}

/** An address and a port; IPv6 stands in brackets. Source: Go `netip.ParseAddrPort`. */
export function isAddressPort(text: string): boolean {
  const parts = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([0-9]+)$/.exec(text);
  if (parts === null || Number(parts[3]) > 65535) return false;
  const [, six, four = ''] = parts;
  return six === undefined ? isIPv4(four) : six.includes(':') && isAddress(six);
}

/** A host and a port: the host may be empty. Source: Go `net.SplitHostPort`. */
export function splitHostPort(text: string): { readonly host: string; readonly port: string } | undefined {
  const parts = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/s.exec(text);
  return parts === null ? undefined : { host: parts[1] ?? parts[2] ?? '', port: parts[3] ?? '' };
}

/** Whether all bits of an address or network are zero, as in `0.0.0.0` and `::/0`. */
export function isUnspecified(text: string): boolean {
  const [address = ''] = text.split(/[/%]/);
  const ip = Ip.parse(address);
  return ip.valid && ip.value === 0n && !text.includes('%');
}

export function isIPv6Text(text: string): boolean {
  return text.includes(':');
}

/** A network to calculate with. */
export function network(text: string): Cidr {
  return Cidr.parse(text);
}

function splitPrefix(text: string, length: RegExp): readonly [string, number] | undefined {
  const slash = text.lastIndexOf('/');
  const [address, bits] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 0 || !length.test(bits) || !isPlainAddress(address)) return undefined;
  return Number(bits) <= (isIPv6Text(address) ? 128 : 32) ? [address, Number(bits)] : undefined;
}
