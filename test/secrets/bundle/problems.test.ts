import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { BundleError } from '../../../lib/secrets/bundle/bundle-error';
import { formatBundle } from '../../../lib/secrets/bundle/format';
import { generateBundle } from '../../../lib/secrets/bundle/generate';
import { parseBundle } from '../../../lib/secrets/bundle/parse';
import { issueTalosClient } from '../../../lib/secrets/credentials/talos-client';
import { issuance } from '../pki/seeded';

const bundle = generateBundle({ talos: '1.13', serviceAccountKey: 'ecdsa-p256' }, issuance('problems'));
const file = formatBundle(bundle);

function errorOf(text: string): BundleError {
  try {
    parseBundle(text);
  } catch (error) {
    if (error instanceof BundleError) return error;
    throw error;
  }
  throw new Error('the bundle was accepted');
}

/** The file with the value of one field replaced. */
function having(field: string, value: string): string {
  const keys = field.split('.');
  const path = keys.map((key, depth) => `${'    '.repeat(depth)}${key}:`);
  let at = 0;
  for (const line of path) at = file.indexOf(line, at) + line.length;
  return `${file.slice(0, at)} ${value}${file.slice(file.indexOf('\n', at))}`;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const client = issueTalosClient(bundle.certs.os, { talos: '1.13' }, issuance('client'));

describe('problems of a bundle', () => {
  it('fails with every missing field at once', () => {
    expect(errorOf('cluster: {}').problems.map(({ path }) => path)).toEqual([
      'cluster.id',
      'cluster.secret',
      'secrets.bootstraptoken',
      'secrets.secretboxencryptionsecret',
      'trustdinfo.token',
      'certs.etcd.crt',
      'certs.etcd.key',
      'certs.k8s.crt',
      'certs.k8s.key',
      'certs.k8saggregator.crt',
      'certs.k8saggregator.key',
      'certs.k8sserviceaccount.key',
      'certs.os.crt',
      'certs.os.key',
    ]);
  });

  it.each([
    ['cluster.id', '"two words"', 'not one line of printable characters'],
    ['cluster.secret', base64('short'), 'not the Base64 of 32 bytes'],
    ['cluster.secret', `${'-'.repeat(43)}=`, 'not the Base64 of 32 bytes'],
    ['secrets.bootstraptoken', 'ABCDEF.0123456789abcdef', 'not a token of the form'], // gitleaks:allow
    ['secrets.secretboxencryptionsecret', base64('x'.repeat(31)), 'not the Base64 of 32 bytes'],
    ['trustdinfo.token', 'abcdef', 'not a token of the form'],
    ['certs.os.crt', base64('hello'), 'not a certificate in PEM'],
    ['certs.os.crt', '"%"', 'not the Base64 of PEM'],
    ['certs.os.crt', base64(client.crt), 'not the certificate of an authority'],
    ['certs.os.key', base64(bundle.certs.etcd.key), 'not the key of certs.os.crt'],
    ['certs.os.key', '"******"', 'not the Base64 of PEM'],
    ['certs.etcd.key', base64('hello'), 'not an unencrypted private key in PEM'],
    ['certs.k8sserviceaccount.key', base64(bundle.certs.os.key), 'not an unencrypted RSA or EC private key'],
    ['certs.k8saggregator.crt', '{deep: [1]}', 'not a text'],
  ])('fails for %s of %s', (field, value, what) => {
    const found = errorOf(having(field, value)).problems;
    expect(found.find(({ path }) => path === field)?.what).toContain(what);
  });

  it('fails with both encryption keys, and with an unknown field', () => {
    const text = file.replace(
      'secrets:\n',
      `secrets:\n    aescbcencryptionsecret: ${base64('x'.repeat(32))}\n    extra: 1\n`,
    );
    expect(errorOf(text).message.split('\n')).toEqual([
      'secrets bundle: 2 problems',
      '  secrets.extra: no field of a secrets bundle; remove it, or move it where it belongs',
      '  secrets: both secrets.secretboxencryptionsecret and secrets.aescbcencryptionsecret are there; keep the one that etcd is encrypted with',
    ]);
  });

  it('fails with a field in both of its spellings', () => {
    const text = `${file}Cluster:\n    Id: other\n`;
    expect(errorOf(text).message).toContain('cluster.id: given twice; keep one');
  });

  it.each([
    ['an encrypted file', `${file}sops:\n    version: 3.13.2\n`, 'the file is encrypted by SOPS; decrypt it first'],
    ['a list', '- 1', 'not a mapping'],
    ['nothing', '', 'not a mapping'],
    ['no YAML', 'cluster: "open', 'not YAML at character'],
    ['a key twice', `${file}cluster: {}\n`, 'duplicate key'],
    ['a value that reads as an alias', having('certs.os.key', '*topsecret'), 'an alias leads nowhere'],
  ])('fails for %s', (_name, text, message) => {
    expect(errorOf(text).message).toContain(message);
  });

  const SECRET = 'S3cretS3cretS3cretS3cretS3cretS3';
  const places = [
    ...['cluster.id', 'cluster.secret', 'trustdinfo.token', 'certs.os.key', 'certs.os.crt', 'secrets.bootstraptoken'],
  ];
  const wrappings = [
    SECRET,
    `*${SECRET}`,
    `&${SECRET}`,
    `!${SECRET} x`,
    `"${SECRET}`,
    `{${SECRET}: 1}`,
    `[${SECRET}]`,
    `? [${SECRET}]`,
    `%${SECRET}`,
    `|\n${SECRET}`,
    `a: ${SECRET}: b`,
    `"${SECRET} two words"`,
  ];

  test.prop([fc.constantFrom(...places), fc.constantFrom(...wrappings)], { numRuns: 200 })(
    'fails without ever showing a value',
    (field, value) => {
      const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
      let shown = '';
      try {
        parseBundle(having(field, value));
      } catch (error) {
        const { message, stack, cause } = error as Error;
        shown = [message, stack, JSON.stringify(cause), JSON.stringify(error)].join('\n');
        // what was cut of the value counts as well
        expect(shown).not.toMatch(/S3cret/i);
      }
      expect(JSON.stringify(warned.mock.calls)).not.toMatch(/S3cret/i);
      warned.mockRestore();
      // an id of any alphabet is good
      if (field !== 'cluster.id') expect(shown).not.toBe('');
    },
  );
});
