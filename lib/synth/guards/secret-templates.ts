import { isPlaintext } from './secret-values';

/**
 * Lines that give a Secret away in a text that is not YAML as it stands, such as a Helm template: members of `data` and
 * `stringData` in a document of kind Secret whose value is written out. Reads lines, since no parser reads templates.
 */
export function plaintextTemplateLines(text: string): number[] {
  const found: number[] = [];
  let first = 1;
  for (const document of text.split(/^---.*$/m)) {
    const lines = document.split('\n');
    if (/^\s*kind:\s*["']?(?:Sops)?Secret\b/m.test(document)) {
      for (const index of members(lines)) found.push(first + index);
    }
    first += lines.length - 1;
  }
  return found;
}

/** Indexes of the lines below `data:` and `stringData:` that hold a value. */
function members(lines: readonly string[]): number[] {
  const found: number[] = [];
  let outer = -1;
  for (const [index, line] of lines.entries()) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (outer >= 0 && indent > outer && holdsValue(line)) found.push(index);
    if (indent <= outer) outer = -1;
    if (/^\s*(?:- )?(?:data|stringData):\s*$/.test(line)) outer = indent;
  }
  return found;
}

/** `key: value`, or the line of a block; lines of template logic alone hold none. */
function holdsValue(line: string): boolean {
  const { value = line } = /^\s*["']?[\w./-]+["']?:\s*(?<value>.*)$/.exec(line)?.groups ?? {};
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (/^[|>][-+0-9]*$/.test(bare) || bare.startsWith('#')) return false;
  return isPlaintext(bare, true);
}
