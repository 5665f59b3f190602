import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cidr, Ip } from '../../lib/cluster';

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const cidrs = fc.tuple(octets, fc.nat(32)).map(([parts, prefix]) => `${parts.join('.')}/${String(prefix)}`);

describe('Cidr', () => {
  it.each(['10.0.0.0/33', '10.0.0/8', '10.0.0.0', 'fd00::/129', '', 'pods', '10.0.0.0/8/8', '10.0.0.0/-1'])(
    'is not valid when it reads %j',
    (text) => {
      expect(Cidr.parse(text).valid).toBe(false);
    },
  );

  it('gives the network that host bits belong to', () => {
    expect(Cidr.parse('10.10.3.7/16')).toMatchObject({ hasHostBits: true, canonical: '10.10.0.0/16' });
    expect(Cidr.parse('fd00::1/64')).toMatchObject({ hasHostBits: true, canonical: 'fd00::/64' });
    expect(Cidr.parse('10.10.0.0/16').hasHostBits).toBe(false);
  });

  it('counts hosts from the start of the network', () => {
    expect(Cidr.parse('192.0.2.0/24').host(1)).toBe('192.0.2.1');
    expect(Cidr.parse('10.96.0.0/12').host(10)).toBe('10.96.0.10');
    expect(Cidr.parse('2001:db8::/64').host(1)).toBe('2001:db8::1');
  });

  it('never overlaps a network of the other family', () => {
    expect(Cidr.parse('0.0.0.0/0').overlaps(Cidr.parse('::/0'))).toBe(false);
  });

  it('overlaps exactly where the two ranges share a number', () => {
    fc.assert(
      fc.property(cidrs, cidrs, (left, right) => {
        const [a, b] = [Cidr.parse(left), Cidr.parse(right)];
        const range = (cidr: string): [number, number] => {
          const [address = '', prefix = ''] = cidr.split('/');
          const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
          const size = 2 ** (32 - Number(prefix));
          const first = Math.floor(value / size) * size;
          return [first, first + size - 1];
        };
        const [[aFirst, aLast], [bFirst, bLast]] = [range(left), range(right)];
        expect(a.overlaps(b)).toBe(aFirst <= bLast && bFirst <= aLast);
        expect(a.contains(b)).toBe(aFirst <= bFirst && bLast <= aLast);
      }),
    );
  });
});

describe('Ip', () => {
  it('is compared as a number, whatever its writing', () => {
    expect(Ip.parse('2001:db8:0:0::1').equals(Ip.parse('2001:db8::1'))).toBe(true);
    expect(Ip.parse('192.0.2.1').equals(Ip.parse('192.0.2.2'))).toBe(false);
  });

  it.each(['192.0.2.1/24', '192.0.2', 'host', '', '256.0.0.1'])('is not valid when it reads %j', (text) => {
    expect(Ip.parse(text).valid).toBe(false);
  });
});
