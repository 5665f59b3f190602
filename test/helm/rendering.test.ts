import { afterEach, describe, expect, it } from 'vitest';
import type { ChartRelease } from '../../lib/artifact';
import { renderRelease, type ChartWorld } from '../../lib/helm';
import { emitDocuments } from '../../lib/yaml';
import { chartArchive, packedAt } from '../support/chart';
import { installedHelm, testRelease, worldOf } from '../support/helm';
import { randomChart } from '../support/random-chart';

const worlds: { remove(): void }[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.remove();
});

/** Renders on a machine of its own: nothing is in the cache but the archive. */
async function rendered(
  files: Readonly<Record<string, string | Buffer>>,
  release: Partial<ChartRelease> = {},
  change: (world: ChartWorld) => ChartWorld = (world) => world,
  owner = 'prod/edge',
) {
  const world = worldOf(chartArchive('drawn', files));
  worlds.push(world);
  return renderRelease(testRelease(release), owner, change(world));
}

const configMap = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n${data.replaceAll(/^/gm, '  ')}\n`;

/** The data of the one ConfigMap that a template renders. */
async function dataOf(data: string, ...rest: Parameters<typeof rendered> extends [unknown, ...infer R] ? R : never) {
  const [object] = await rendered({ 'templates/c.yaml': configMap(data) }, ...rest);
  return object?.data as Readonly<Record<string, string>>;
}

// e2e/helm runs these with a helm that it built
describe.skipIf(installedHelm === undefined)('a chart that draws', () => {
  it('renders to the same bytes on machines that never saw it', async () => {
    const [first, second, third] = await Promise.all([
      rendered(randomChart),
      rendered(randomChart),
      rendered(randomChart),
    ]);
    expect(emitDocuments(second)).toBe(emitDocuments(first));
    expect(emitDocuments(third)).toBe(emitDocuments(first));
  });

  it('draws what has the form of the chart’s own functions', async () => {
    const [draws, inner] = await rendered(randomChart);
    expect(draws?.data).toMatchObject({
      alphaNum: expect.stringMatching(/^[A-Za-z0-9]{12}$/) as string,
      alpha: expect.stringMatching(/^[A-Za-z]{7}$/) as string,
      numeric: expect.stringMatching(/^\d{6}$/) as string,
      bytesLength: '16',
      int: expect.stringMatching(/^1\d$/) as string,
      intIsInt: '4',
      uuid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
      now: packedAt,
      year: '2024',
      later: '2024-05-06',
      keys: 'ann,bob,cyd',
      pipedKeys: 'ann',
      text: '{{ randAlphaNum 5 }} now uuidv4',
      raw: 'now }}',
      field: 'a field',
      dotted: 'kept',
      branch: 'taken',
    });
    const { ascii = '', shuffled = '', twiceTheSame = '' } = draws?.data as Record<string, string>;
    expect(Buffer.from(ascii, 'base64').toString()).toMatch(/^[ -~]{20}$/);
    expect(Array.from(shuffled).sort().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
    expect(new Set(twiceTheSame.split(' ')).size).toBe(1);
    expect(inner?.data).toMatchObject({ mode: 420 });
  });

  it('draws anew each time that one call runs', async () => {
    const [draws] = await rendered(randomChart);
    const data = draws?.data as Record<string, string>;
    for (const names of [
      ['loop0', 'loop1', 'loop2'],
      ['helper1', 'helper2'],
      ['bare1', 'bare2'],
    ])
      expect(new Set(names.map((name) => data[name])).size).toBe(names.length);
  });

  it('draws otherwise for another project, cluster, release and namespace', async () => {
    const text = 'x: {{ randAlphaNum 20 }}';
    const seeded = (seed: string) => (world: ChartWorld) => ({ ...world, lock: { ...world.lock!, seed } });
    const all = await Promise.all([
      dataOf(text),
      dataOf(text, {}, seeded('cd'.repeat(32))),
      dataOf(text, {}, undefined, 'prod/other'),
      dataOf(text, { name: 'other' }),
      dataOf(text, { namespace: 'other' }),
    ]);
    expect(new Set(all.map(({ x }) => x)).size).toBe(5);
  });

  it('keeps what one call draws when values, versions and other calls change', async () => {
    const [before, values, later] = await Promise.all([
      dataOf('id: {{ randAlphaNum 20 }}'),
      dataOf('id: {{ randAlphaNum 20 }}\nmore: {{ .Values.more }}', { values: { more: 'yes' }, kubernetes: 'v1.36.0' }),
      dataOf('first: {{ uuidv4 }}{{ randAlpha 3 }}\nid: {{ randAlphaNum 20 }}'),
    ]);
    expect(values.id).toBe(before.id);
    expect(later.id).toBe(before.id);
  });

  it.each([
    [
      'genCA',
      'ca: {{ (genCA "x" 9).Cert | b64enc }}',
      /two renderings differ in ConfigMap c data\.ca; it calls genCA \(templates\/c\.yaml:6\)/,
    ],
    ['htpasswd', 'h: {{ htpasswd "a" "b" }}', /data\.h; it calls htpasswd/],
    ['a template inside a value', '{{ tpl "x: {{ randAlphaNum 20 }}" . }}', /data\.x, got|data\.x;/],
  ])('fails where nothing can seed it: %s', async (_name, data, message) => {
    await expect(dataOf(data)).rejects.toThrow(message);
  });
});

describe.skipIf(installedHelm === undefined)('a release', () => {
  it('is told its name, namespace, values, Kubernetes and API versions', async () => {
    const text =
      'name: {{ .Release.Name }}\nnamespace: {{ .Release.Namespace }}\nvalue: {{ .Values.a.b | quote }}\n' +
      'kube: {{ .Capabilities.KubeVersion.Version }}\n' +
      'has: {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" | quote }}';
    const told = {
      name: 'r',
      namespace: 'told',
      values: { a: { b: 'off' } },
      apiVersions: ['monitoring.coreos.com/v1'],
    };
    expect(await dataOf(text, told)).toEqual({
      name: 'r',
      namespace: 'told',
      value: 'off',
      kube: 'v1.35.0',
      has: 'true',
    });
  });

  it('brings its CRDs, unless others do', async () => {
    const crd =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: xs.example.com\n';
    const files = { 'crds/x.yaml': crd, 'templates/c.yaml': configMap('a: b') };
    const kinds = async (release: Partial<ChartRelease>) => (await rendered(files, release)).map(({ kind }) => kind);
    expect(await kinds({})).toEqual(['CustomResourceDefinition', 'ConfigMap']);
    expect(await kinds({ crds: false })).toEqual(['ConfigMap']);
  });

  it('comes from the cache the second time, and without helm', async () => {
    const world = worldOf(chartArchive('drawn', { 'templates/c.yaml': configMap('a: b') }));
    worlds.push(world);
    const first = await renderRelease(testRelease(), 'prod/edge', world);
    const without = { ...world, env: { PATH: '/nowhere' } };
    expect(await renderRelease(testRelease(), 'prod/edge', without)).toEqual(first);
    await expect(renderRelease(testRelease({ namespace: 'n' }), 'prod/edge', without)).rejects.toThrow(
      /no helm on PATH/,
    );
  });

  it('fails with what the chart says', async () => {
    await expect(dataOf('a: {{ required "set the domain" .Values.domain }}')).rejects.toThrow(/set the domain/);
    await expect(dataOf('a: {{ .Values.a.b.c }}')).rejects.toThrow(/helm template fails/);
  });

  it('fails for a schema on the network instead of asking for it', async () => {
    const schema = JSON.stringify({ $ref: 'https://schemas.example.com/values.json' });
    await expect(rendered({ 'values.schema.json': schema, 'templates/c.yaml': configMap('a: b') })).rejects.toThrow(
      /helm template fails/,
    );
  });

  it('fails for a dependency that is not in the archive', async () => {
    const chartFile =
      'apiVersion: v2\nname: drawn\nversion: 1.2.3\ndependencies:\n- {name: gone, version: 1.0.0, repository: "https://charts.example.com"}\n';
    await expect(rendered({ 'Chart.yaml': chartFile, 'templates/c.yaml': configMap('a: b') })).rejects.toThrow(/gone/);
  });
});
