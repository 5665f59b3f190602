import { generateKeyPairSync } from 'node:crypto';
import { App, Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../lib/synth';
import { configMap, findingsOf, nested, secret, text, yaml } from './artifacts';

const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const agePrefix = ['AGE', 'SECRET', 'KEY', ''].join('-');
const age = `${agePrefix}1QQPZRYT5V8XXQ5WJ9C0Y6F2H0Q`;
const base64 = (value: string) => Buffer.from(value).toString('base64');
const encrypted = 'ENC[AES256_GCM,data:b2s=,iv:aXY=,tag:dGFn,type:str]';
const sops = { mac: encrypted, version: '3.13.2' };

describe('the guard of unresolved tokens', () => {
  const stack = new TerraformStack(new App({ outdir: '/nonexistent' }), 'stack');
  const variable = new TerraformVariable(stack, 'v', { type: 'string' });

  it.each([
    ['a string', { a: [`x-${variable.stringValue}`] }, 'a[0]'],
    ['a list', { a: variable.listValue }, 'a[0]'],
    ['a number', { a: { b: variable.numberValue } }, 'a.b'],
    ['a list of numbers', { a: Token.asNumberList(variable.value) }, 'a[0]'],
    ['a number inside a string', { a: `port ${String(variable.numberValue)}` }, 'a'],
    ['a function of one', { a: Fn.lower(variable.stringValue) }, 'a'],
    ['a map', { a: { ...Token.asStringMap(variable.value) } }, 'a["&{TfToken[TOKEN.'],
    ['a key', { [variable.stringValue]: 1 }, '["${TfToken[TOKEN.'],
    ['another library', { a: '${Token[AWS.Region.4]}' }, 'a'],
    ['a list of another library', { a: ['#{Token[TOKEN.7]}'] }, 'a[0]'],
  ])('fails on one in %s', (_name, value, field) => {
    const [found = '', ...more] = findingsOf(yaml('a.yaml', value));
    expect(found).toContain(`a.yaml: ${field}`);
    expect(found).toMatch(/: an unresolved token$/);
    expect(more).toEqual([]);
  });

  it('fails on one in text and in JSON', () => {
    expect(findingsOf(text('a.txt', 'one\n${TfToken[TOKEN.1]}\n'))).toEqual(['a.txt: line 2: an unresolved token']);
    const json = {
      path: 'a.json',
      owner: 'test/edge',
      body: { format: 'json', value: { a: '${TfToken[TOKEN.1]}' } },
    } as const;
    expect(findingsOf(json)).toEqual(['a.json: a: an unresolved token']);
  });

  it('lets references of Terraform, Flux and Helm pass', () => {
    const value = { a: '${data.x.y.id}', b: '${NAME}', c: '{{ .Values.Token }}', d: 'Token', e: -1e289, f: 'TOKEN[1]' };
    expect(findingsOf(yaml('a.yaml', value))).toEqual([]);
  });
});

describe('the guard of plaintext secrets', () => {
  const found = (field: string) => [`a.yaml: ${field}: a Secret in plaintext`];

  it.each([
    ['stringData', secret({ token: 'hunter2' }), 'stringData.token'],
    ['data', secret({}, { data: { 'tls.key': base64('hunter2') } }), 'data["tls.key"]'],
    ['encrypted values that nothing seals', secret({ token: encrypted }), 'stringData.token'],
    ['a value that was added after encryption', secret({ a: encrypted, b: 'hunter2' }, { sops }), 'stringData.b'],
    ['a list', { apiVersion: 'v1', kind: 'List', items: [secret({ a: 'hunter2' })] }, 'items[0].stringData.a'],
    ['a manifest inside a ConfigMap', configMap('m', { m: nested(secret({ a: 'hunter2' })) }), 'data.m › stringData.a'],
    [
      'one of several manifests inside a ConfigMap',
      configMap('m', { 'all.yaml': nested(configMap('x', {}), secret({ a: 'hunter2' })) }),
      'data["all.yaml"] › document 2: stringData.a',
    ],
    [
      'a manifest inside a manifest inside a manifest',
      configMap('m', { m: nested(configMap('n', { n: nested(secret({ a: 'hunter2' })) })) }),
      'data.m › data.n › stringData.a',
    ],
    [
      'JSON inside a ConfigMap',
      configMap('m', { m: JSON.stringify(secret({ a: 'hunter2' })) }),
      'data.m › stringData.a',
    ],
    [
      'an inline manifest of Talos',
      { cluster: { inlineManifests: [{ name: 's', contents: nested(secret({ a: 'hunter2' })) }] } },
      'cluster.inlineManifests[0].contents › stringData.a',
    ],
    [
      'the template of a SopsSecret',
      { kind: 'SopsSecret', spec: { secretTemplates: [{ name: 'x', stringData: { a: 'hunter2' } }] } },
      'spec.secretTemplates[0].stringData.a',
    ],
  ])('fails on %s, and does not show the value', (_name, document, field) => {
    const artifact = yaml('a.yaml', document);
    expect(findingsOf(artifact)).toEqual(found(field));
    expect(() => prepare([artifact])).not.toThrow(/hunter2|aHVudGVyMg/);
  });

  it('fails on a Secret written out in a Helm template, with its line', () => {
    const template = `{{- if .Values.on }}\nkind: Secret\nmetadata:\n  name: x\nstringData:\n  a: {{ .Values.a }}\n  b: hunter2\n{{- end }}\n`;
    expect(findingsOf(text('a.yaml', template))).toEqual(found('line 7'));
    expect(findingsOf(text('a.yaml', template.replace('hunter2', '"{{ .Values.b }}"')))).toEqual([]);
  });

  it('fails on a Secret in a text of YAML, and in each of many documents', () => {
    expect(findingsOf(text('a.yaml', nested(secret({ a: 'hunter2' }))))).toEqual(found('stringData.a'));
    const documents = [configMap('x', {}), secret({ a: 'hunter2', b: 'hunter2' })];
    expect(findingsOf(yaml('a.yaml', ...documents))).toEqual([
      'a.yaml: document 2: stringData.a: a Secret in plaintext',
      'a.yaml: document 2: stringData.b: a Secret in plaintext',
    ]);
  });

  it.each([
    ['a Secret that SOPS encrypted', secret({ a: encrypted, b: '' }, { sops })],
    ['a Secret without data', secret({})],
    ['a Secret of references alone', secret({ a: '${HCLOUD_TOKEN}' })],
    ['a reference to a Secret', { kind: 'X', data: { a: '1' }, valueFrom: { kind: 'Secret', name: 'x' } }],
    ['an ExternalSecret', { kind: 'ExternalSecret', spec: { data: [{ secretKey: 'a' }] } }],
    [
      'a SopsSecret that SOPS encrypted',
      {
        kind: 'SopsSecret',
        spec: { secretTemplates: [{ name: encrypted, stringData: { [encrypted]: encrypted } }] },
        sops,
      },
    ],
    ['prose', configMap('m', { m: 'this kind of Secret: none\n' })],
  ])('lets pass %s', (_name, document) => {
    expect(findingsOf(yaml('a.yaml', document as never))).toEqual([]);
  });
});

/** First line of a key; spelled apart, so that no scan for keys stops here. */
const begin = (kind: string, end = '') => `-----BEGIN ${kind} PRIVATE KEY${end}-----\n`;

describe('the guard of private keys', () => {
  it.each([
    ['PEM', pem],
    ['a PGP key', begin('PGP', ' BLOCK')],
    ['an SSH key', begin('OPENSSH')],
    ['an age identity', age],
    ['a post-quantum age identity', `${agePrefix}PQ-1XYZ`],
    ['PEM in base64', base64(pem)],
    ['PEM in base64, wrapped', base64(pem.repeat(2)).replaceAll(/.{64}/g, '$&\n')],
    ['PEM in base64 in base64', base64(`client-key-data: ${base64(pem)}\n`)],
    ['an age identity in base64', base64(`# created\n# public key: age1xyz\n${age}\n`)],
  ])('fails on %s, and does not show it', (_name, value) => {
    const artifact = yaml('a.yaml', configMap('x', {}), configMap('k', { 'some.file': value }));
    expect(findingsOf(artifact)).toEqual(['a.yaml: document 2: data["some.file"]: a private key']);
    expect(() => prepare([artifact])).not.toThrow(value.slice(0, 20));
  });

  it.each([0, 1, 2])('fails on PEM in base64 that begins %d bytes into a text', (offset) => {
    expect(findingsOf(text('k.txt', `${base64(`${'x'.repeat(offset)}${pem}`)}\n`))).toEqual([
      'k.txt: line 1: a private key',
    ]);
  });

  it('lets certificates, public keys and digests pass', () => {
    const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(40)}\n-----END CERTIFICATE-----\n`;
    const value = { a: certificate, b: base64(certificate), c: `sha256:${'0af1'.repeat(16)}`, d: 'age1ex3ezyjv8yhf' };
    expect(findingsOf(yaml('a.yaml', configMap('x', value)))).toEqual([]);
  });
});

describe('the guard of paths', () => {
  it.each([
    ['', 'an empty path'],
    ['/etc/passwd', 'an absolute path'],
    ['C:/x', 'an absolute path'],
    ['../x.yaml', 'a path that leaves its folder'],
    ['a/../../x.yaml', 'a path that leaves its folder'],
    ['./x.yaml', 'a path that leaves its folder'],
    ['a//x.yaml', 'an empty segment in the path'],
    ['a/', 'an empty segment in the path'],
    ['a\\x.yaml', 'a backslash in the path'],
    ['a\nx.yaml', 'a control character in the path'],
    ['.git/config', "a path into git's own folder"],
    ['a/.GIT/hooks/post-commit', "a path into git's own folder"],
    ['.plinth/x', 'a path that synthesis keeps for itself'],
    [`a/${'x'.repeat(256)}`, 'a name longer than 255 bytes'],
  ])('fails on %j', (path, what) => {
    expect(findingsOf(text(path, 'x\n'))).toContain(`${path}: ${what}`);
  });

  it('lets other hidden files and dots in names pass', () => {
    expect(findingsOf(text('.sops.yaml', 'x\n'), text('a..b/c.d/.gitignore', 'x\n'))).toEqual([]);
  });

  it('fails on two artifacts with one path, naming both owners', () => {
    expect(findingsOf(text('a.txt', 'x\n', 'p/one'), text('a.txt', 'y\n', 'p/two'))).toEqual([
      'a.txt: two artifacts with one path: owners p/one and p/two',
    ]);
  });

  it('fails on paths that only some file systems tell apart', () => {
    expect(findingsOf(text('a/B.txt', 'x\n'), text('a/b.txt', 'y\n'))).toEqual([
      'a/b.txt: two artifacts with one path, which differs only in case from a/B.txt: owners test/edge and test/edge',
    ]);
    expect(findingsOf(text('e\u0301.txt', 'x\n'), text('\u00e9.txt', 'y\n'))).toHaveLength(1);
  });

  it('fails on a file where another needs a folder', () => {
    expect(
      findingsOf(text('a/b', 'x\n', 'p/one'), text('a/b/c/d.txt', 'y\n', 'p/two'), text('a/b/c/e.txt', 'y\n', 'p/two')),
    ).toEqual([
      'a/b/c/d.txt: a file below a/b, which is a file itself: owners p/two and p/one',
      'a/b/c/e.txt: a file below a/b, which is a file itself: owners p/two and p/one',
    ]);
  });

  it('fails on an owner whose name leaves the folder of the indexes', () => {
    expect(findingsOf(text('a.txt', 'x\n', '../edge'))).toEqual([
      'a.txt: the owner "../edge": a path that leaves its folder',
    ]);
  });
});

describe('the guard of identities', () => {
  it('fails on one resource in two files, and in two documents of one', () => {
    const a = configMap('a', {});
    expect(findingsOf(yaml('one.yaml', a), yaml('two.yaml', configMap('b', {}), a))).toEqual([
      'two.yaml: document 2: metadata.name: the resource ConfigMap/default/a a second time (first in one.yaml)',
    ]);
  });

  it('tells versions of one resource for the same, and namespaces, kinds and groups apart', () => {
    const object = (apiVersion: string, kind: string, namespace: string) => ({
      apiVersion,
      kind,
      metadata: { name: 'x', namespace },
    });
    expect(
      findingsOf(
        yaml(
          'a.yaml',
          object('apps/v1', 'A', 'n'),
          object('apps/v1', 'B', 'n'),
          object('apps/v1', 'A', 'm'),
          object('v1', 'A', 'n'),
        ),
      ),
    ).toEqual([]);
    expect(findingsOf(yaml('a.yaml', object('apps/v1', 'A', 'n'), object('apps/v1beta1', 'A', 'n')))).toEqual([
      'a.yaml: document 2: metadata.name: the resource A.apps/n/x a second time (first in a.yaml)',
    ]);
  });

  it('lets two owners have one resource each, and documents without a name be alike', () => {
    const a = configMap('a', {});
    expect(
      findingsOf(yaml('a.yaml', a, { kind: 'X' }, { kind: 'X' }), { ...yaml('b.yaml', a), owner: 'test/two' }),
    ).toEqual([]);
  });
});
