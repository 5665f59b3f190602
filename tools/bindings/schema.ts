import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { providerName, schemaFile, selections, type Selection } from './selection';
import { printSchema, trimSchema, type PrintedSchema } from './trim';

// tsx tools/bindings/schema.ts [MIRROR]: asks the real provider for its schema and commits the part in use.
// MIRROR is a Terraform filesystem mirror; e2e/terraform/validate.ts builds one in e2e/.cache/mirror.

const repository = join(__dirname, '..', '..');
const mirror = resolve(process.argv[2] ?? join(repository, 'e2e', '.cache', 'mirror'));

function commitSchema(selection: Selection): void {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const config = join(folder, 'terraform.rc');
  const terraform = (...args: string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: config },
      maxBuffer: 256 * 1024 * 1024,
    });
  try {
    writeFileSync(
      config,
      `disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
    );
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
