import { describe, expect, it } from 'vitest';
import type { SecretArtifact } from '../../../lib/artifact';
import {
  ageIdentity,
  applicationSet,
  argoCd,
  defineCluster,
  externalSecrets,
  flux,
  fluxComponents,
  secret,
  sops,
  stage,
} from '../../../lib/cluster';
import { sopsRules } from '../../../lib/gitops';
import { externalSecretObject, ksopsFolder, secretFile, sopsSecretFile } from '../../../lib/gitops/secrets';
import { decryptYaml, encryptYaml, plainText, parseSopsConfig, ruleFor } from '../../../lib/secrets';
import { generateIdentity, recipientOf } from '../../../lib/secrets/age/identity';
import { emitDocuments, parseDocuments } from '../../../lib/yaml';
import { component, definition } from '../../support/definition';

const repository = { url: 'https://git.example.com/platform.git' };
const app = component('app');
const operator = component('operator', { decrypts: 'sops-secrets' });
const store = component('store', { decrypts: 'external-secrets' });
const withArgoCd = (secrets: Parameters<typeof argoCd>[0]['secrets'] = sops({ recipients: ['ops'] })) =>
  defineCluster({
    ...definition(),
    gitops: argoCd({ version: 'v3.2.6', repository, layout: applicationSet(), secrets }),
    platform: [stage('a', app, operator, store)],
  });
const withFlux = () =>
  defineCluster({
    ...definition(),
    gitops: flux({ version: 'v2.7.3', repository, layout: fluxComponents(), secrets: sops({ recipients: ['ops'] }) }),
    platform: [stage('a', app)],
  });

const login = {
  name: 'login',
  namespace: 'app-system',
  type: 'kubernetes.io/basic-auth',
  labels: { team: 'a' },
  data: { username: 'admin', password: secret('app-password'), again: secret('app-password') },
};

/** The document that a file encrypts, of a value that stands in its source. */
function documentOf(file: SecretArtifact, value = 'hunter2'): unknown {
  const text = file.plainText({ textOf: () => `value: ${value}\n`, random: () => new Uint8Array(), now: new Date(0) });
  return parseDocuments(text)[0];
}

describe('a Secret as a SOPS file', () => {
  const file = secretFile(withArgoCd(), app, login, 'a/login.sops.yaml');

  it('is the Secret with its values', () => {
    expect(documentOf(file)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'login', namespace: 'app-system', labels: { team: 'a' } },
      type: 'kubernetes.io/basic-auth',
      stringData: { username: 'admin', password: 'hunter2', again: 'hunter2' },
    });
  });

  it('stands in the namespace of its component where it names none', () => {
    const own = secretFile(withArgoCd(), app, { name: 's', data: {} }, 'x');
    expect(documentOf(own)).toMatchObject({ metadata: { name: 's', namespace: 'app-system' } });
  });

  it('is made from each source once, and says how that comes to be', () => {
    expect(file.sources).toEqual([
      { path: 'secrets/test/edge/app-password.sops.yaml', madeBy: 'plinth secrets set test/edge app-password' },
    ]);
  });

  it('is stale when anything but a value changes, and shows no value', () => {
    const other = secretFile(withArgoCd(), app, { ...login, labels: { team: 'b' } }, file.path);
    expect(other.publicInput).not.toBe(file.publicInput);
    expect(file.publicInput).not.toContain('hunter2');
  });

  it('keeps Flux from reading variables in its values', () => {
    const annotations = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' };
    expect(documentOf(secretFile(withFlux(), app, login, 'x'))).toMatchObject({ metadata: { annotations } });
  });

  it('fails for the private age key', () => {
    const key = { name: 'key', data: { 'keys.txt': ageIdentity() } };
    expect(() => secretFile(withArgoCd(), app, key, 'a/key.sops.yaml')).toThrow(
      'no file holds the private age key, got Secret key of a/key.sops.yaml; let the bootstrap apply it',
    );
  });
});

describe('a Secret as a SopsSecret', () => {
  const cluster = withArgoCd();
  const file = sopsSecretFile(cluster, login, 'a/login.sopssecret.yaml');
  const ruleOf = (path: string) => {
    const { body } = sopsRules(cluster);
    return ruleFor(parseSopsConfig(body.format === 'yaml' ? emitDocuments(body.documents) : ''), path);
  };

  it('is a template of the Secret in its namespace', () => {
    expect(documentOf(file)).toEqual({
      apiVersion: 'isindir.github.com/v1alpha3',
      kind: 'SopsSecret',
      metadata: { name: 'login', namespace: 'app-system' },
      spec: {
        secretTemplates: [
          {
            name: 'login',
            labels: { team: 'a' },
            type: 'kubernetes.io/basic-auth',
            stringData: { username: 'admin', password: 'hunter2', again: 'hunter2' },
          },
        ],
      },
    });
  });

  it('has a rule of its own that is for no other file, and none of theirs is for it', () => {
    expect(ruleOf('apps/x/templates/login.sopssecret.yaml').rule.select).toEqual({ encryptedSuffix: 'Templates' });
    expect(ruleOf('apps/x/login.sops.yaml').rule.select).toEqual({ encryptedRegex: '^(data|stringData)$' });
    const patterns = (path: string) => {
      const { body } = sopsRules(cluster);
      const config = parseSopsConfig(body.format === 'yaml' ? emitDocuments(body.documents) : '');
      return config.rules.filter(({ pathRegex = '' }) => new RegExp(pathRegex).test(path)).length;
    };
    for (const path of ['a.sopssecret.yaml', 'a.sops.yaml', 'a/b.c.sopssecret.yaml', 'sopssecret.sops.yaml'])
      expect(patterns(path)).toBe(1);
  });

  it('hides everything of the Secret to be, and nothing that Helm would read', async () => {
    const identity = await generateIdentity();
    const { rule } = ruleOf('login.sopssecret.yaml');
    const readers = { groups: [[await recipientOf(identity)]], threshold: 1 };
    const plain = file.plainText({
      textOf: () => `value: 'a {{ b }} c'\n`,
      random: (size) => new Uint8Array(size),
      now: new Date(0),
    });
    let count = 0;
    const random = (size: number) => new Uint8Array(size).fill(++count);
    const text = await encryptYaml(plain, { rule, readers, random, now: new Date(0) });
    const [, spec = ''] = text.split(/^spec:|^sops:/m);
    for (const word of ['login', 'team', 'basic-auth', 'admin']) expect(spec.replace('team:', '')).not.toContain(word);
    expect(text).not.toContain('{{');
    const opened = plainText(await decryptYaml(text, { identities: [identity], looked: [] }));
    expect(parseDocuments(opened)).toEqual(parseDocuments(plain));
  });

  it('gets no rule where nothing makes Secrets of it', () => {
    const { body } = sopsRules(withFlux());
    expect(JSON.stringify(body)).not.toContain('sopssecret');
  });
});

describe('a Secret as an ExternalSecret', () => {
  const cluster = withArgoCd(externalSecrets({ recipients: ['ops'], store: 'vault', refresh: '10m' }));

  it('reads the entry of the secret’s name, and keeps what is no secret', () => {
    expect(externalSecretObject(cluster, login)).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'login', namespace: 'app-system' },
      spec: {
        refreshInterval: '10m',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: {
          name: 'login',
          template: {
            type: 'kubernetes.io/basic-auth',
            metadata: { labels: { team: 'a' } },
            data: { username: 'admin' },
            mergePolicy: 'Merge',
          },
        },
        data: [
          { secretKey: 'password', remoteRef: { key: 'app-password', property: 'value' } },
          { secretKey: 'again', remoteRef: { key: 'app-password', property: 'value' } },
        ],
      },
    });
  });

  it('keeps braces of a text from the operator’s templates', () => {
    const object = externalSecretObject(cluster, { ...login, data: { text: 'a {{ b' } });
    expect(object).toMatchObject({ spec: { target: { template: { data: { text: 'a {{`{{`}} b' } } } } });
  });

  it('fails without a store, and for the private age key', () => {
    expect(() => externalSecretObject(withArgoCd(), login)).toThrow(
      'an ExternalSecret needs a store, got secrets of sops',
    );
    const key = { ...login, data: { key: ageIdentity() } };
    expect(() => externalSecretObject(cluster, key)).toThrow('no store holds the private age key, got Secret login');
  });
});

describe('a folder of which Kustomize decrypts', () => {
  it('names the generator, and each file beside it', () => {
    const files = ksopsFolder('test/edge', 'a/secrets', 'n.app', ['one.sops.yaml', 'two.sops.yaml']);
    expect(files.map(({ path }) => path)).toEqual(['a/secrets/kustomization.yaml', 'a/secrets/ksops.yaml']);
    const [kustomization, generator] = files.map(({ body }) => (body.format === 'yaml' ? body.documents[0] : {}));
    expect(kustomization).toMatchObject({ generators: ['ksops.yaml'] });
    expect(generator).toMatchObject({
      apiVersion: 'viaduct.ai/v1',
      kind: 'ksops',
      metadata: { name: 'n.app', annotations: { 'config.kubernetes.io/function': 'exec:\n  path: ksops\n' } },
      files: ['./one.sops.yaml', './two.sops.yaml'],
    });
  });
});
