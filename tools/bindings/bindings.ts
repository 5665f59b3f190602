import './quiet';
import {
  ConstructsMakerProviderTarget,
  Language,
  TerraformProviderConstraint,
  type ProviderSchema,
} from '@cdktf/commons';
// the main entry needs packages that it does not declare; this file does not
import { TerraformProviderGenerator } from '@cdktf/provider-generator/lib/get/generator/provider-generator';
import { CodeMaker } from 'codemaker';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerName, type Selection } from './selection';
import type { TrimmedSchema } from './trim';

/** TypeScript bindings of a provider: text by file path relative to the bindings' folder, in path order. */
export type Bindings = ReadonlyMap<string, string>;

/** Generates the bindings of a provider from its committed schema. */
export async function generateBindings(schema: TrimmedSchema, selection: Selection): Promise<Bindings> {
  const code = new CodeMaker();
  const constraint = new TerraformProviderConstraint({ name: providerName(selection), source: selection.source });
  const target = new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT);
  // a copy, because the generator adds to the schema it is given
  const copy = structuredClone(schema) as ProviderSchema;
  new TerraformProviderGenerator(code, copy).generate(target);
  const folder = mkdtempSync(join(tmpdir(), 'bindings-'));
  try {
    await code.save(folder);
    return readBindings(join(folder, 'providers', providerName(selection)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bindings that a folder holds. */
export function readBindings(folder: string): Bindings {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isBinding)
    .sort();
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** One module per resource; the barrels and readmes beside them are for people who import everything. */
function isBinding(path: string): boolean {
  return path.endsWith('/index.ts');
}
