import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Duration } from '../../../lib/cluster';
import { generateBundle } from '../../../lib/secrets/bundle/generate';
import { newKubeconfig } from '../../../lib/secrets/credentials/kubeconfig';
import { tryParseKey } from '../../../lib/secrets/pki/private-key';
import { tryReadCertificate } from '../../../lib/secrets/pki/read-certificate';
import { parseDocuments } from '../../../lib/yaml';
import { fixedCluster } from '../../support/clusters-capi';
import { issuance } from '../pki/seeded';

const bundle = generateBundle({ talos: '1.13', serviceAccountKey: 'ecdsa-p256' }, issuance('kubeconfig'));
const cluster = fixedCluster();

interface Kubeconfig {
  readonly clusters: readonly { readonly name: string; readonly cluster: Readonly<Record<string, string>> }[];
  readonly users: readonly { readonly name: string; readonly user: Readonly<Record<string, string>> }[];
  readonly contexts: readonly object[];
  readonly 'current-context': string;
}

function make(network = cluster.network, options = {}) {
  const text = newKubeconfig({ name: cluster.name, network }, bundle, options, issuance('client'));
  const [config] = parseDocuments(text) as Kubeconfig[];
  const user = config!.users[0]!.user;
  const decode = (key: string) => Buffer.from(user[key]!, 'base64').toString();
  return { config: config!, crt: decode('client-certificate-data'), key: decode('client-key-data') };
}

describe('kubeconfig', () => {
  it("has talosctl's names and the cluster's endpoint", () => {
    const { config } = make();
    const user = `admin@${cluster.name}`;
    const { host, port } = cluster.network.endpoint;
    expect(config.clusters).toEqual([
      {
        name: cluster.name,
        cluster: {
          server: `https://${host}:${String(port)}`,
          'certificate-authority-data': Buffer.from(bundle.certs.k8s.crt).toString('base64'),
        },
      },
    ]);
    expect(config.contexts).toEqual([{ name: user, context: { cluster: cluster.name, namespace: 'default', user } }]);
    expect(config['current-context']).toBe(user);
    expect(config.users[0]?.name).toBe(user);
  });

  it('writes an IPv6 endpoint in brackets', () => {
    const { config } = make({ ...cluster.network, endpoint: { host: '2001:db8::1', port: 6443 } });
    expect(config.clusters[0]?.cluster.server).toBe('https://[2001:db8::1]:6443');
  });

  it('logs in as the administrator for a year, from ten seconds ago on', () => {
    const { crt, key } = make();
    expect(tryReadCertificate(crt)).toMatchObject({
      subject: { organizations: ['system:masters'], commonName: 'admin' },
      notBefore: new Date('2026-03-01T11:59:50Z'),
      notAfter: new Date('2027-03-01T12:00:00Z'),
      isAuthority: false,
    });
    const x509 = new X509Certificate(crt);
    expect(x509.verify(new X509Certificate(bundle.certs.k8s.crt).publicKey)).toBe(true);
    expect(x509.checkPrivateKey(tryParseKey(key)!)).toBe(true);
    expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  });

  it('logs in as somebody else for another time', () => {
    const { crt } = make(cluster.network, { commonName: 'ci', groups: ['deployers'], lifetime: Duration.hours(1) });
    expect(tryReadCertificate(crt)).toMatchObject({
      subject: { organizations: ['deployers'], commonName: 'ci' },
      notAfter: new Date('2026-03-01T13:00:00Z'),
    });
  });

  it('fails with an authority that lost its key', () => {
    const certs = { ...bundle.certs, k8s: { ...bundle.certs.k8s, key: '' } };
    expect(() => newKubeconfig(cluster, { certs }, {}, issuance('x'))).toThrow('authority cannot sign');
  });
});
