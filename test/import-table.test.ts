import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const rooms = Object.entries(createRequire(__filename)('../import-table.cjs') as Record<string, string[]>);

it('shows the import table in docs/architecture.md as it is checked', () => {
  const text = readFileSync(join(__dirname, '../docs/architecture.md'), 'utf8');
  const shown = /<!-- import table -->\n([\s\S]*?)<!-- \/import table -->/.exec(text)?.[1];
  const rows = rooms.map(
    ([room, allowed]) => `| \`${room}\` | ${allowed.map((name) => `\`${name}\``).join(', ') || 'nothing of ours'} |\n`,
  );
  expect(shown).toBe(`\n| room | may import |\n|---|---|\n${rows.join('')}\n`);
});
