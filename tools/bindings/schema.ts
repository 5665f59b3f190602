import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installFrom, tryBuiltProvider } from '../../e2e/provider-mirror';
import { providerName, schemaFile, selections, type Selection } from './selection';
import { printSchema, trimSchema, type PrintedSchema } from './trim';

// tsx tools/bindings/schema.ts: asks the real provider, built from the go.mod that pins it, for its schema and commits the
// part in use.

const repository = join(__dirname, '..', '..');

function commitSchema(selection: Selection): void {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const built = tryBuiltProvider(selection.source);
  const { env } = installFrom(folder, built === undefined ? [] : [built]);
  const terraform = (...args: string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 256 * 1024 * 1024,
    });
  try {
    // no version here: the mirror decides, so that the version is pinned in one place, the go.mod it was built from
    const required = { [providerName(selection)]: { source: selection.source } };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: required } }));
    terraform('init', '-no-color');
    const printed = JSON.parse(terraform('providers', 'schema', '-json')) as PrintedSchema;
    const { provider_selections: versions } = JSON.parse(terraform('version', '-json')) as {
      provider_selections: Record<string, string>;
    };
    const file = join(repository, schemaFile(selection));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, printSchema(trimSchema(printed, versions, selection)));
    console.log(`${schemaFile(selection)}: ${JSON.stringify(versions)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

selections.filter(({ schemaFrom }) => schemaFrom === undefined).forEach(commitSchema);
