import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { SecretsBundle } from '../../../lib/secrets/bundle/bundle';
import { formatBundle } from '../../../lib/secrets/bundle/format';
import { generateBundle } from '../../../lib/secrets/bundle/generate';
import { parseBundle } from '../../../lib/secrets/bundle/parse';
import { issuance } from '../pki/seeded';

const base = generateBundle({ talos: '1.14', serviceAccountKey: 'ecdsa-p256' }, issuance('round trip'));

const character = fc.constantFrom(...Array.from('0123456789abcdefghijklmnopqrstuvwxyz'));
const word = (length: number) => fc.string({ unit: character, minLength: length, maxLength: length });
const token = fc.tuple(word(6), word(16)).map(([id, secret]) => `${id}.${secret}`);
const key = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => Buffer.from(bytes).toString('base64'));

/** Any bundle that differs from the base in all but its certificates. */
const anyBundle = fc
  .record({
    id: fc.oneof(
      fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)), minLength: 1 }),
      key(32),
    ),
    secret: key(32),
    bootstrapToken: token,
    trustd: token,
    encryption: fc.oneof(
      fc.record({ provider: fc.constant('secretbox' as const), secret: key(32) }),
      fc.record({ provider: fc.constant('aescbc' as const), secret: fc.oneof(key(16), key(24), key(32)) }),
    ),
  })
  .filter(({ id }) => !['~', 'null'].includes(id))
  .map(({ id, secret, bootstrapToken, trustd, encryption }): SecretsBundle => ({
    ...base,
    cluster: { id, secret },
    secrets: { bootstrapToken, encryption },
    trustdInfo: { token: trustd },
  }));

describe('bundle files', () => {
  test.prop([anyBundle])('are read back as they were written', (bundle) => {
    expect(parseBundle(formatBundle(bundle))).toEqual(bundle);
  });

  test.prop([anyBundle])('are the same bundle in the JSON form of other tools', (bundle) => {
    expect(parseBundle(jsonForm(bundle))).toEqual(bundle);
  });

  it('have the keys of talosctl in its order, four spaces a level', () => {
    const lines = formatBundle(base).split('\n');
    expect(lines.map((line) => line.replace(/: .*/, ':'))).toEqual([
      'cluster:',
      '    id:',
      '    secret:',
      'secrets:',
      '    bootstraptoken:',
      '    secretboxencryptionsecret:',
      'trustdinfo:',
      '    token:',
      'certs:',
      ...['etcd', 'k8s', 'k8saggregator'].flatMap((name) => [`    ${name}:`, '        crt:', '        key:']),
      '    k8sserviceaccount:',
      '        key:',
      '    os:',
      '        crt:',
      '        key:',
      '',
    ]);
  });

  it.each([
    ['123456.1234567890123456', '"123456.1234567890123456"'],
    ['000000.0000000e00000000', '"000000.0000000e00000000"'],
    ['0x1234.1234567890123456', '0x1234.1234567890123456'],
    ['abc123.0123456789abcdef', 'abc123.0123456789abcdef'],
  ])('quote the token %s as Go does', (text, written) => {
    const file = formatBundle({ ...base, trustdInfo: { token: text } });
    expect(file).toContain(`trustdinfo:\n    token: ${written}\n`);
    // Go reads the plain form as the same text
    expect(parseBundle(file.replace(written, text)).trustdInfo.token).toBe(text);
  });

  it('quote an id that could open a document as Go does', () => {
    expect(formatBundle({ ...base, cluster: { ...base.cluster, id: '---x=' } })).toContain("id: '---x='\n");
  });

  it('may fold long values, which Go passes over', () => {
    const folded = formatBundle(base).replaceAll(/: (\S{64})(\S{64,})/g, ': "$1\\n\\\n            $2"');
    expect(folded).not.toBe(formatBundle(base));
    expect(parseBundle(folded)).toEqual(base);
  });
});

/** Names of upstream's JSON tags. */
function jsonForm({ cluster, secrets, trustdInfo, certs }: SecretsBundle): string {
  const base64 = (pem: string) => Buffer.from(pem).toString('base64');
  const pair = ({ crt, key: pem }: { crt: string; key: string }) => ({ Crt: base64(crt), Key: base64(pem) });
  const encryption = { aescbc: 'AESCBCEncryptionSecret', secretbox: 'SecretboxEncryptionSecret' }[
    secrets.encryption.provider
  ];
  return JSON.stringify({
    Cluster: { Id: cluster.id, Secret: cluster.secret },
    Secrets: { BootstrapToken: secrets.bootstrapToken, [encryption]: secrets.encryption.secret },
    TrustdInfo: { Token: trustdInfo.token },
    Certs: {
      Etcd: pair(certs.etcd),
      K8s: pair(certs.k8s),
      K8sAggregator: pair(certs.k8sAggregator),
      K8sServiceAccount: { Key: base64(certs.k8sServiceAccount.key) },
      OS: pair(certs.os),
    },
  });
}
