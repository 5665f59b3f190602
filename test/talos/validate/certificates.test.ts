import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { generateBundle } from '../../../lib/secrets';
import { checkConfig } from '../../../lib/talos';
import { placeholderSecrets } from '../../../lib/talos/placeholder-secrets';
import { leastControlPlane } from './breaks/main-document';

const options = { talos: '1.14', serviceAccountKey: 'ecdsa-p256' } as const;
const { certs } = generateBundle(options, { entropy: randomBytes, now: new Date() });

/** Paths of the problems of a document of a control plane. */
function paths(kind: string, fields: JsonObject): readonly string[] {
  const cluster = { controlPlane: { endpoint: 'https://a' }, secretboxEncryptionSecret: 'x' };
  const main = { ...leastControlPlane, ...(kind === 'KubeAPIServerCAConfig' && { cluster }) };
  const document = { apiVersion: 'v1alpha1', kind, ...fields };
  return checkConfig([main, document], 'metal').map(({ path }) => path);
}

function account(privateKey?: string, issuerURL?: string): JsonObject {
  return { issuer: { privateKey, issuerURL } };
}

describe('checkConfig', () => {
  const pair = { cert: certs.k8s.crt, key: certs.k8s.key };

  it.each(['KubeAPIServerCAConfig', 'KubeAggregatorCAConfig'])('reads the certificate and the key of %s', (kind) => {
    expect(paths(kind, { issuingCA: pair, acceptedCAs: [certs.k8s.crt + certs.etcd.crt] })).toEqual([]);
    expect(paths(kind, { issuingCA: { ...pair, key: '' } })).toEqual([`${kind}.issuingCA.key`]);
    expect(paths(kind, { issuingCA: { ...pair, cert: certs.k8s.key } })).toEqual([`${kind}.issuingCA.cert`]);
    expect(paths(kind, { issuingCA: { ...pair, key: certs.k8s.crt } })).toEqual([`${kind}.issuingCA.key`]);
    expect(paths(kind, { issuingCA: { ...pair, cert: cut(certs.k8s.crt) } })).toEqual([`${kind}.issuingCA.cert`]);
    expect(paths(kind, { issuingCA: pair, acceptedCAs: [certs.k8s.key] })).toEqual([`${kind}.acceptedCAs[0]`]);
  });

  it("reads keys under Talos's own label", () => {
    expect(paths('KubeAggregatorCAConfig', { issuingCA: { cert: certs.os.crt, key: certs.os.key } })).toEqual([]);
  });

  it('fails for an aggregator without an authority', () => {
    expect(paths('KubeAggregatorCAConfig', {})).toEqual(['KubeAggregatorCAConfig.issuingCA']);
  });

  it('reads the key of service accounts', () => {
    const [kind, url] = ['KubeServiceAccountConfig', 'https://api.example.com'];
    expect(paths(kind, account(certs.k8sServiceAccount.key, url))).toEqual([]);
    expect(paths(kind, account(certs.k8s.crt, url))).toEqual([`${kind}.issuer.privateKey`]);
    expect(paths(kind, account())).toEqual([`${kind}.issuer.privateKey`, `${kind}.issuer.issuerURL`]);
  });

  it('reads the authority of a registry, which may stand among other things', () => {
    const registry = (ca: string) => paths('RegistryTLSConfig', { name: 'registry.example.com', ca });
    expect(registry(`a comment\n${certs.k8s.crt}`)).toEqual([]);
    expect(registry(certs.k8s.key)).toEqual(['RegistryTLSConfig/registry.example.com.ca']);
  });

  it('takes placeholders for the secrets that they stand for', () => {
    const { crt: cert, key } = placeholderSecrets.certs.k8s;
    expect(paths('KubeAPIServerCAConfig', { issuingCA: { cert, key } })).toEqual([]);
    expect(paths('KubeAPIServerCAConfig', { issuingCA: { cert: `${cert}s`, key } })).not.toEqual([]);
  });
});

/** A PEM text without its first line of content. */
function cut(pem: string): string {
  return pem.split('\n').toSpliced(1, 1).join('\n');
}
