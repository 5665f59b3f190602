import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigDocument } from '../../lib/talos';
import { parseDocuments } from '../../lib/yaml';

/** Documents of every kind that Talos's own tests read, from the module cache of Go; without main documents. */
export function sampleDocuments(): readonly ConfigDocument[] {
  const module = 'github.com/siderolabs/talos/pkg/machinery';
  const cwd = join(__dirname, '../tools/talos');
  const folder = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', module], { cwd, encoding: 'utf8' }).trim();
  const types = join(folder, 'config', 'types');
  return readdirSync(types, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('testdata') && path.endsWith('.yaml'))
    .sort()
    .flatMap((path) => documentsOf(readFileSync(join(types, path), 'utf8')));
}

function documentsOf(text: string): readonly ConfigDocument[] {
  try {
    return (parseDocuments(text) as ConfigDocument[]).filter(({ kind }) => typeof kind === 'string');
  } catch {
    // some of the files are wrong on purpose
    return [];
  }
}
