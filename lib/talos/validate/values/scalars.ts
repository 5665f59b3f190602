import { isAddress, isAddressPort, isPrefix } from './address';
import { isByteSize, parseAmount, parseBytes, parseSeconds } from './amount';
import { isBase64 } from './base64';
import { parseUrl } from './url';
import { isRoutingTable, isWordOf, words } from './words';

/** What a scalar of a type looks like. */
export interface ScalarForm {
  readonly isRight: (text: string) => boolean;
  readonly allowed: string;
}

const address: ScalarForm = { isRight: orEmpty(isAddress), allowed: 'an IP address' };
const addressPort: ScalarForm = { isRight: orEmpty(isAddressPort), allowed: 'address:port, IPv6 in brackets' };
const prefix: ScalarForm = { isRight: orEmpty(isPrefix), allowed: 'an address and a length, as 192.0.2.0/24' };
const url: ScalarForm = { isRight: (text) => parseUrl(text) !== undefined, allowed: 'a URL' };
const base64: ScalarForm = { isRight: isBase64, allowed: 'Base64' };

/** Types that are written as a scalar of a form of their own, by the name that the table of fields has for them. */
export const scalars: Readonly<Record<string, ScalarForm>> = {
  ...Object.fromEntries(
    Object.entries(words).map(([type, known]) => [
      type,
      { isRight: (text: string) => isWordOf(type, text), allowed: known.join(', ') },
    ]),
  ),
  base64,
  'block.ByteSize': { isRight: isByteSize, allowed: 'a size, as 10GiB' },
  'block.Size': {
    isRight: (text) => text === '' || parseAmount(text) !== undefined,
    allowed: 'a size or a share, as 10GiB or 50%',
  },
  // looked at with the variables it can use, by the rules
  'cel.Expression': { isRight: () => true, allowed: 'an expression' },
  'meta.Addr': address,
  'meta.AddrPort': addressPort,
  'meta.Prefix': prefix,
  'meta.URL': url,
  'nethelpers.FailOverMAC': {
    // a number from earlier releases, too
    isRight: (text) => ['', 'none', 'active', 'follow'].includes(text) || /^\+?0*[0-2]$/.test(text),
    allowed: 'none, active, follow',
  },
  'nethelpers.HardwareAddr': {
    isRight: (text) => /^([0-9a-f]{2})*$/i.test(text.replaceAll(':', '')),
    allowed: 'bytes in hexadecimal with colons between them',
  },
  'nethelpers.RoutingTable': { isRight: isRoutingTable, allowed: '1 to 252, main, local or default' },
  'netip.Addr': address,
  'netip.AddrPort': addressPort,
  'netip.Prefix': prefix,
  'network.PortRange': { isRight: isPortRange, allowed: 'a port or a range of ports, as 80-443' },
  'time.Duration': { isRight: (text) => parseSeconds(text) !== undefined, allowed: 'a duration, as 1h30m' },
  'v1alpha1.Base64Bytes': base64,
  'v1alpha1.DiskSize': { isRight: (text) => parseBytes(text) !== undefined, allowed: 'a size, as 10GiB' },
  'v1alpha1.Endpoint': url,
  'v1alpha1.InstallDiskSizeMatcher': {
    isRight: (text) =>
      parseBytes(
        text
          .trim()
          .replace(/^(>=|<=|==|>|<)/, '')
          .trim(),
      ) !== undefined,
    allowed: 'a size with or without a comparison, as >= 100GB',
  },
};

/** Whole numbers by the name of their type: the least and the largest. */
export const integers: Readonly<Record<string, readonly [least: number, largest: number]>> = {
  int: [-(2 ** 63), 2 ** 63],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint: [0, 2 ** 64],
  uint8: [0, 2 ** 8 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, 2 ** 64],
};

function isPortRange(text: string): boolean {
  const ports = /^([0-9]+)(?:-([0-9]+))?$/.exec(text);
  return ports !== null && Number(ports[1]) <= 65535 && Number(ports[2] ?? 0) <= 65535;
}

function orEmpty(isRight: (text: string) => boolean): (text: string) => boolean {
  return (text) => text === '' || isRight(text);
}
