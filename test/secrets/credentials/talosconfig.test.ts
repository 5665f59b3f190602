import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Duration } from '../../../lib/cluster';
import { generateBundle } from '../../../lib/secrets/bundle/generate';
import { readTalosconfig } from '../../../lib/secrets/credentials/read-talosconfig';
import { rotateTalosconfig } from '../../../lib/secrets/credentials/rotate-talosconfig';
import { newTalosconfig } from '../../../lib/secrets/credentials/talosconfig';
import { checkRoles } from '../../../lib/secrets/credentials/talos-roles';
import { parseDocuments } from '../../../lib/yaml';
import { issuance } from '../pki/seeded';

const bundle = generateBundle({ talos: '1.13', serviceAccountKey: 'ecdsa-p256' }, issuance('talosconfig'));
const cluster = { name: 'demo', versions: { talos: 'v1.13.2', kubernetes: 'v1.35.0' } };
const endpoints = ['192.0.2.11', '192.0.2.12'];
const make = (options: Partial<Parameters<typeof newTalosconfig>[2]> = {}) =>
  newTalosconfig(cluster, bundle, { endpoints, ...options }, issuance('client'));

interface Context {
  readonly crt: string;
}
interface File {
  readonly contexts: Readonly<Record<string, Context>>;
}

function certificateOf(text: string, context = 'demo'): X509Certificate {
  const [file] = parseDocuments(text) as File[];
  return new X509Certificate(Buffer.from(file!.contexts[context]!.crt, 'base64'));
}

describe('talosconfig', () => {
  it('has the keys of talosctl in its order', () => {
    const shape = make({ nodes: ['192.0.2.11'] }).replaceAll(/: \S{60,}/g, ': …');
    expect(shape).toBe(
      [
        'context: demo',
        'contexts:',
        '    demo:',
        '        endpoints:',
        '            - 192.0.2.11',
        '            - 192.0.2.12',
        '        nodes:',
        '            - 192.0.2.11',
        '        ca: …',
        '        crt: …',
        '        key: …',
        '',
      ].join('\n'),
    );
  });

  it('writes endpoints even when there are none, and no nodes', () => {
    const text = make({ endpoints: [] });
    expect(text).toContain('        endpoints: []\n');
    expect(text).not.toContain('nodes:');
  });

  it('grants a year of administration unless told otherwise', () => {
    expect(readTalosconfig(make())).toMatchObject({
      context: 'demo',
      contexts: [
        {
          name: 'demo',
          endpoints,
          nodes: [],
          client: {
            roles: ['os:admin'],
            notBefore: new Date('2026-03-01T12:00:00Z'),
            notAfter: new Date('2027-03-01T12:00:00Z'),
          },
          authorities: [new X509Certificate(bundle.certs.os.crt).fingerprint256],
        },
      ],
    });
  });

  it('grants chosen roles for a chosen time', () => {
    const [context] = readTalosconfig(
      make({ roles: ['os:reader', 'os:etcd:backup'], lifetime: Duration.hours(1) }),
    ).contexts;
    expect(context?.client?.roles).toEqual(['os:reader', 'os:etcd:backup']);
    expect(context?.client?.notAfter).toEqual(new Date('2026-03-01T13:00:00Z'));
  });

  it('is signed by the authority of Talos', () => {
    expect(certificateOf(make()).verify(new X509Certificate(bundle.certs.os.crt).publicKey)).toBe(true);
  });

  it('is the same to the byte for the same seed and moment', () => {
    expect(make()).toBe(make());
  });

  it.each([
    ['not a mapping', '[]'],
    ['no contexts', 'context: demo'],
    ['a context that is no mapping', 'contexts: {demo: text}'],
    ['a certificate that is none', 'contexts: {demo: {crt: S3cret}}'],
    ['no YAML', 'contexts: "S3cret'],
  ])('fails to read %s', (_name, text) => {
    const read = () => readTalosconfig(text);
    expect(read).toThrow(/^talosconfig cannot be read, got .*; give the file that talosctl writes$/);
    expect(read).not.toThrow(/S3cret/);
  });
});

describe('rotation of the admin certificate', () => {
  const text = `# kept\n${make({ roles: ['os:operator'] })}    other:\n        endpoints: [198.51.100.1]  # kept too\n        auth:\n            siderov1: { identity: admin@example.com }\n`;
  const later = issuance('rotation', new Date('2027-01-01T00:00:00Z'));
  const rotate = (file: string, options = {}) =>
    rotateTalosconfig(file, bundle.certs.os, { talos: '1.13', ...options }, later);

  it('changes the certificate and the key, and no other byte', () => {
    const rotated = rotate(text);
    const differing = rotated.split('\n').filter((line, index) => line !== text.split('\n')[index]);
    expect(differing.map((line) => line.trim().split(':')[0])).toEqual(['crt', 'key']);
    expect(rotated.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('keeps the roles, or takes others', () => {
    expect(readTalosconfig(rotate(text)).contexts[0]?.client).toEqual({
      roles: ['os:operator'],
      notBefore: new Date('2027-01-01T00:00:00Z'),
      notAfter: new Date('2028-01-01T00:00:00Z'),
    });
    expect(readTalosconfig(rotate(text, { roles: ['os:admin'] })).contexts[0]?.client?.roles).toEqual(['os:admin']);
  });

  it('gives a certificate of the same authority with another key', () => {
    const rotated = certificateOf(rotate(text));
    expect(rotated.verify(new X509Certificate(bundle.certs.os.crt).publicKey)).toBe(true);
    expect(rotated.publicKey.equals(certificateOf(text).publicKey)).toBe(false);
  });

  it('finds the values whatever their order and quotes', () => {
    const swapped = text.replace(/( {8}crt: )(\S+)\n( {8}key: )(\S+)\n/, '$3"$4"\n$1\'$2\' # expires\n');
    expect(swapped).not.toBe(text);
    const rotated = rotate(swapped);
    expect(rotated).toContain(' # expires\n');
    expect(new Date(certificateOf(rotated).validFrom)).toEqual(later.now);
  });

  it.each([
    [
      'a context that is not there',
      { context: 'demos' },
      'talosconfig has no such context, got "demos"; choose from demo, other',
    ],
    ['a context that logs in otherwise', { context: 'other' }, 'context has no client certificate, got "other"'],
    [
      'roles of a newer Talos',
      { talos: '1.12', roles: ['os:image:verifier'] },
      'not a role of Talos 1.12, got os:image:verifier',
    ],
  ])('fails for %s', (_name, options, message) => {
    expect(() => rotate(text, options)).toThrow(message);
  });

  it('fails with the authority of another cluster, whatever the roles', () => {
    const other = generateBundle({ talos: '1.13', serviceAccountKey: 'ecdsa-p256' }, issuance('other')).certs.os;
    for (const roles of [undefined, ['os:admin']]) {
      const act = () => rotateTalosconfig(text, other, { talos: '1.13', roles }, later);
      expect(act).toThrow('context trusts another authority, got "demo"; use the secrets bundle of its cluster');
    }
  });

  it('fails for a certificate on several lines', () => {
    const folded = text.replace(/crt: (\S{64})(\S+)/, 'crt: "$1\\\n            $2"');
    expect(() => rotate(folded)).toThrow('crt of the context is not a text on one line');
  });
});

describe('roles', () => {
  it('come once each', () => {
    expect(checkRoles(['os:reader', 'os:admin', 'os:reader'], 'v1.10.9')).toEqual(['os:admin', 'os:reader']);
  });

  it('of image verification are there from 1.13 on', () => {
    expect(checkRoles(['os:image:verifier'], '1.13')).toEqual(['os:image:verifier']);
    expect(() => checkRoles(['os:image:verifier'], '1.12')).toThrow('not a role of Talos 1.12');
  });

  it('fails for all unknown ones at once, and for none', () => {
    expect(() => checkRoles(['admin', 'os:admin', 'os:root'], '1.14')).toThrow(
      'got admin, os:root; choose from os:admin, ',
    );
    expect(() => checkRoles([], '1.14')).toThrow('no role for the client certificate');
  });
});
