import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryBuiltProvider } from '../../../e2e/provider-mirror';
import { generateBindings, readBindings } from '../../../tools/bindings/bindings';
import { bindingsFolder, schemaFile, selections } from '../../../tools/bindings/selection';
import { printSchema, trimSchema, type TrimmedSchema } from '../../../tools/bindings/trim';

const repository = join(__dirname, '..', '..', '..');

describe.each(selections.map((selection) => [selection.source, selection] as const))(
  'the bindings of %s',
  (_, selection) => {
    const text = readFileSync(join(repository, schemaFile(selection)), 'utf8');
    const schema = JSON.parse(text) as TrimmedSchema;

    it('are what the committed schema generates', async () => {
      const committed = readBindings(join(repository, bindingsFolder(selection)));
      const generated = await generateBindings(schema, selection);
      expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(generated));
    });

    it('cover the selection, and have a schema without prose', () => {
      expect(printSchema(trimSchema(schema, schema.provider_versions, selection))).toBe(text);
      expect(text).not.toContain('description_kind');
    });

    it('have the version that the end-to-end tests build, or say where the schema comes from', () => {
      const built = tryBuiltProvider(selection.source);
      expect(built === undefined).toBe(selection.schemaFrom !== undefined);
      if (built !== undefined) expect(Object.values(schema.provider_versions)).toEqual([built.version]);
    });
  },
);
