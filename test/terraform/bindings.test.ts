import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryBuiltProvider } from '../../e2e/provider-mirror';
import { generateBindings, readBindings } from '../../tools/bindings/bindings';
import { bindingsFolder, hcloud, schemaFile } from '../../tools/bindings/selection';
import { printSchema, trimSchema, type TrimmedSchema } from '../../tools/bindings/trim';
import { HetznerFoundation } from '../../lib/terraform/hetzner';
import { hetznerCluster } from '../support/clusters-terraform';
import { synth } from '../support/terraform';

const repository = join(__dirname, '..', '..');
const text = readFileSync(join(repository, schemaFile(hcloud)), 'utf8');
const schema = JSON.parse(text) as TrimmedSchema;
const [address] = Object.keys(schema.provider_versions);
const version = schema.provider_versions[address!];

describe('the hcloud bindings', () => {
  it('are what the committed schema generates', async () => {
    const committed = readBindings(join(repository, bindingsFolder(hcloud)));
    const generated = await generateBindings(schema, hcloud);
    expect([...committed.keys()]).toEqual([...generated.keys()]);
    for (const [path, content] of generated) expect(committed.get(path), path).toBe(content);
  });

  it('change when the schema does', async () => {
    const other = JSON.parse(text.replaceAll('"most_recent"', '"newest"')) as TrimmedSchema;
    const path = 'data-hcloud-image/index.ts';
    const generated = await generateBindings(other, hcloud);
    expect(generated.get(path)).not.toBe(readBindings(join(repository, bindingsFolder(hcloud))).get(path));
  });

  it('pin the exact version that the schema was printed by', () => {
    const json = synth((stack) => new HetznerFoundation(stack, 'foundation', { cluster: hetznerCluster() }));
    expect(json.terraform.required_providers.hcloud).toEqual({ source: hcloud.source, version });
  });

  it('have the version that the end-to-end tests build', () => {
    expect(tryBuiltProvider(hcloud.source)?.version).toBe(version);
  });
});

describe('the committed schema', () => {
  it('is trimmed: doing it again changes nothing', () => {
    expect(printSchema(trimSchema(schema, schema.provider_versions, hcloud))).toBe(text);
  });

  it('holds no prose', () => {
    expect(text).not.toContain('description_kind');
    expect(text).not.toMatch(/"description": "/);
    // an attribute of that name stays
    expect(text).toMatch(/"description": \{/);
  });

  it('fails for a name that the provider does not have, saying which', () => {
    const selection = { ...hcloud, resources: ['hcloud_firewal'], dataSources: ['hcloud_imag'] };
    expect(() => trimSchema(schema, schema.provider_versions, selection)).toThrow(
      'hetznercloud/hcloud 1.68.0 has no hcloud_firewal, hcloud_imag; correct tools/bindings/selection.ts',
    );
  });

  it('fails for a print-out of another provider', () => {
    expect(() => trimSchema(schema, schema.provider_versions, { ...hcloud, source: 'example/other' })).toThrow(
      'the schema holds no example/other',
    );
  });
});
