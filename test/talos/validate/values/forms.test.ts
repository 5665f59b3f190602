import { describe, expect, it } from 'vitest';
import {
  isAddress,
  isAddressPort,
  isCidr,
  isPrefix,
  splitHostPort,
} from '../../../../lib/talos/validate/values/address';
import { parseAmount, parseBytes, parseSeconds } from '../../../../lib/talos/validate/values/amount';
import { isImageReference } from '../../../../lib/talos/validate/values/image-reference';
import { isQualifiedName, isTaint } from '../../../../lib/talos/validate/values/label';
import { pemBlocks } from '../../../../lib/talos/validate/values/pem';
import { isEndpoint, parseUrl } from '../../../../lib/talos/validate/values/url';

describe('addresses', () => {
  it('are read as Go reads them', () => {
    expect(['192.0.2.1', '::1', 'fe80::1%eth0', '::ffff:192.0.2.1'].every(isAddress)).toBe(true);
    expect(['192.0.2.01', '192.0.2', '1::2::3', '192.0.2.1%eth0', ''].some(isAddress)).toBe(false);
    expect(['192.0.2.1/24', '::/0'].every(isPrefix)).toBe(true);
    expect(['192.0.2.0/33', '192.0.2.0/024', 'fe80::1%eth0/64', '192.0.2.0'].some(isPrefix)).toBe(false);
    expect(isCidr('192.0.2.0/024')).toBe(true);
    expect(isAddressPort('[::1]:80') && isAddressPort('192.0.2.1:80')).toBe(true);
    expect(['::1:80', '192.0.2.1:70000', 'a:80'].some(isAddressPort)).toBe(false);
    expect(splitHostPort(':80')).toEqual({ host: '', port: '80' });
    expect(splitHostPort('::1:80')).toBeUndefined();
  });
});

describe('amounts', () => {
  it('of bytes are read with any unit', () => {
    expect(['10', '10 kB', '1,000MiB', '.5G'].map(parseBytes)).toEqual([10, 10_000, 1000 * 2 ** 20, 5e8]);
    expect(['', 'x', '10QB', '1.2.3', '99999999999999GB'].map(parseBytes)).toEqual(Array(5).fill(undefined));
  });

  it('can be shares, and negative', () => {
    expect(parseAmount('50%')).toEqual({ isNegative: false, isShare: true, bytes: 0 });
    expect(parseAmount('-1KiB')).toEqual({ isNegative: true, isShare: false, bytes: 1024 });
    expect(['101%', '%', '5%5'].map(parseAmount)).toEqual([undefined, undefined, undefined]);
  });

  it('of time are read as Go reads them', () => {
    expect(['1h30m', '-1.5s', '0', '100ms'].map(parseSeconds)).toEqual([5400, -1.5, 0, 0.1]);
    expect(['', '5', '1d', '1 s'].map(parseSeconds)).toEqual(Array(4).fill(undefined));
  });
});

describe('parseUrl', () => {
  it('takes a URL apart', () => {
    expect(parseUrl('HTTPS://user@[::1]:6443/a?b#c')).toEqual({
      scheme: 'https',
      host: '[::1]:6443',
      hostname: '::1',
      port: '6443',
      path: '/a',
      opaque: '',
    });
    expect(parseUrl('mailto:a')).toMatchObject({ scheme: 'mailto', opaque: 'a' });
  });

  it.each(['a:b:c/%zz', 'http://a b', 'http://a:b', 'http://a%zz', ':a', 'http://[::1', '1a:b', 'a\nb'])(
    'fails for %j',
    (text) => {
      if (text === 'a:b:c/%zz') expect(parseUrl(text)?.opaque).toBe('b:c/%zz');
      else expect(parseUrl(text)).toBeUndefined();
    },
  );

  it('tells the URL of an API', () => {
    expect(['https://a', 'https://a:65535', 'https://[::1]:1'].every(isEndpoint)).toBe(true);
    expect(['https://', 'https://a:0', 'https://a:65536', 'a'].some(isEndpoint)).toBe(false);
  });
});

describe('names', () => {
  it('of labels and taints are those of Kubernetes', () => {
    expect(['a', 'example.com/a_b.c', 'A-1'].every(isQualifiedName)).toBe(true);
    expect(['', '/a', 'a/', 'A.com/a', 'a/b/c', 'x'.repeat(64)].some(isQualifiedName)).toBe(false);
    expect(['NoExecute', 'a:NoSchedule', ':NoSchedule'].every(isTaint)).toBe(true);
    expect(['', 'Never', 'a b:NoSchedule'].some(isTaint)).toBe(false);
  });

  it('of images have a registry, a tag and a digest, or not', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(['nginx', 'localhost/ab', 'registry.example.com:5000/a/b:v1', `a/b@${digest}`].every(isImageReference)).toBe(
      true,
    );
    expect(['', 'a', 'A/b', 'a/b:', 'a/b@sha256:0', 'registry.example.com/A'].some(isImageReference)).toBe(false);
  });
});

describe('pemBlocks', () => {
  const block = (type: string, body: string) => `-----BEGIN ${type}-----\n${body}\n-----END ${type}-----\n`;

  it('finds parts among other text, and passes over broken ones', () => {
    const text = `text\n${block('A', 'YQ==')}${block('B', '?')}${block('C', 'a: b\n\nYg==')}`;
    expect(pemBlocks(text).map(({ type, bytes }) => `${type} ${bytes.toString()}`)).toEqual(['A a', 'C b']);
  });
});
