import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateBindings } from './bindings';
import { bindingsFolder, schemaFile, selections, type Selection } from './selection';
import type { TrimmedSchema } from './trim';

// tsx tools/bindings/generate.ts: writes the bindings anew from the committed schema; needs neither Terraform nor network

const repository = join(__dirname, '..', '..');

async function generate(selection: Selection): Promise<void> {
  const schema = JSON.parse(readFileSync(join(repository, schemaFile(selection)), 'utf8')) as TrimmedSchema;
  const folder = join(repository, bindingsFolder(selection));
  const bindings = await generateBindings(schema, selection);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of bindings) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`${bindingsFolder(selection)}: ${String(bindings.size)} files`);
}

async function main(): Promise<void> {
  for (const selection of selections) await generate(selection);
}

void main();
