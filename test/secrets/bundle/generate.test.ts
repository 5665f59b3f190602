import { describe, expect, it } from 'vitest';
import { generateBundle } from '../../../lib/secrets/bundle/generate';
import { newToken, TOKEN } from '../../../lib/secrets/bundle/token';
import { tryParseKey } from '../../../lib/secrets/pki/private-key';
import { tryReadCertificate } from '../../../lib/secrets/pki/read-certificate';
import { issuance, seeded } from '../pki/seeded';

/** RSA keys take seconds, and one test of their own is enough. */
const quick = { serviceAccountKey: 'ecdsa-p256' } as const;
const make = (talos: string, seed: string) => generateBundle({ talos, ...quick }, issuance(seed));

/** First seed whose cluster id has both characters that differ between the alphabets. */
const telling = Array.from({ length: 50 }, (_, n) => `alphabet-${String(n)}`).find((seed) =>
  /\+.*\/|\/.*\+/.test(make('1.14', seed).cluster.id),
)!;

describe('generated bundles', () => {
  it('have the sizes and forms of Talos', () => {
    const { cluster, secrets, trustdInfo } = make('1.13', 'forms');
    expect(Buffer.from(cluster.secret, 'base64')).toHaveLength(32);
    expect(Buffer.from(cluster.id, 'base64url')).toHaveLength(32);
    expect(secrets.bootstrapToken).toMatch(TOKEN);
    expect(trustdInfo.token).toMatch(TOKEN);
    expect(secrets.encryption.provider).toBe('secretbox');
    expect(Buffer.from(secrets.encryption.secret, 'base64')).toHaveLength(32);
  });

  it.each(['1.10', '1.11', 'v1.12.2', '1.13'])(
    'write the cluster id in the URL alphabet with padding under %s',
    (talos) => {
      const standard = make('1.14', telling).cluster.id;
      const id = make(talos, telling).cluster.id;
      expect(id).toMatch(/^[A-Za-z0-9_-]{43}=$/);
      expect(id.replaceAll('-', '+').replaceAll('_', '/')).toBe(standard);
      expect(id).not.toBe(standard);
    },
  );

  it('name the authorities as Talos does', () => {
    const { etcd, k8s, k8sAggregator, os } = make('1.14', 'names').certs;
    const organizations = [etcd, k8s, k8sAggregator, os].map(
      ({ crt }) => tryReadCertificate(crt)?.subject.organizations,
    );
    expect(organizations).toEqual([['etcd'], ['kubernetes'], [], ['talos']]);
    const kinds = [etcd, k8s, k8sAggregator, os].map(({ key }) => tryParseKey(key)?.asymmetricKeyType);
    expect(kinds).toEqual(['ec', 'ec', 'ec', 'ed25519']);
  });

  it('sign service account tokens with RSA of 4096 bits, as PKCS#1', () => {
    const { key } = generateBundle({ talos: '1.10' }, issuance('rsa')).certs.k8sServiceAccount;
    expect(key.split('\n')[0]).toBe(['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '));
    expect(tryParseKey(key)?.asymmetricKeyDetails).toMatchObject({ modulusLength: 4096, publicExponent: 65537n });
  });

  it('keep to the old algorithms for old releases', () => {
    const { certs, secrets } = generateBundle({ talos: '1.2' }, issuance('old'));
    expect(tryParseKey(certs.k8sServiceAccount.key)?.asymmetricKeyType).toBe('ec');
    expect(secrets.encryption.provider).toBe('aescbc');
  });

  it('are the same for the same seed but for what ECDSA signs', () => {
    const first = make('1.13', 'seed');
    const second = make('1.13', 'seed');
    expect(second.cluster).toEqual(first.cluster);
    expect(second.secrets).toEqual(first.secrets);
    expect(second.certs.os).toEqual(first.certs.os);
    expect(second.certs.k8s.key).toBe(first.certs.k8s.key);
    expect(make('1.13', 'other').secrets).not.toEqual(first.secrets);
  });

  it.each(['latest', '', 'v1', '1.x'])('fails for the version %j', (talos) => {
    expect(() => make(talos, 'version')).toThrow(
      `not a version of Talos, got "${talos}"; write it like v1.13.2 or 1.13`,
    );
  });

  it('use every character of a token equally often', () => {
    const entropy = seeded('tokens');
    const counts = new Map<string, number>();
    for (let n = 0; n < 1000; n++) {
      for (const character of newToken(entropy).replace('.', ''))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(36);
    // 611 of each on average; four standard deviations are 97
    for (const count of counts.values()) expect(Math.abs(count - 22_000 / 36)).toBeLessThan(97);
  });
});
