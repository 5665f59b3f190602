import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from './kinds';
import { Oracle } from './oracle';
import type { Tally } from '../tally';

const path = join(__dirname, '../../lib/talos/validate/generated/fields.ts');

/** The table of fields that the library checks against is what reflection over Talos's types finds. */
export async function fieldTable(oracle: Oracle, tally: Tally) {
  const text = await tableText(oracle);
  tally.check(
    'fields: the table',
    readFileSync(path, 'utf8') === text,
    () => 'write it anew: tsx e2e/talos/field-table.ts',
  );
}

async function tableText(oracle: Oracle): Promise<string> {
  const { shapes, error } = await oracle.ask({ operation: 'shapes', kinds: ['', ...kinds] });
  if (shapes === undefined) throw new Error(`no table, got ${String(error)}; look at the tool`);
  const structures = Object.entries(shapes.structures).map(([name, fields]) => {
    const entries = Object.entries(fields).map(([field, type]) => [field, plain(type)] as const);
    return [name, Object.fromEntries(entries)] as const;
  });
  return [
    '// What documents hold, by reflection over the types of Talos. Written by e2e/talos/field-table.ts; do not edit.',
    '',
    '/** The structure of each kind; the main document has no kind. */',
    `export const kinds: Readonly<Record<string, string>> = ${JSON.stringify(shapes.kinds, null, 2)};`,
    '',
    '/** The fields of each structure with their types: [] is a list, {} a map, * what cannot be null in them. */',
    `export const structures: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(structures), null, 2)};`,
    '',
  ].join('\n');
}

/** Only what stands in a list or map cannot be null. */
function plain(type: string): string {
  return type.replace(/(^|[^\]}])\*/g, '$1');
}

if (require.main === module) {
  const oracle = new Oracle();
  tableText(oracle).then(
    (text) => {
      writeFileSync(path, text);
      oracle.end();
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
