import { EmissionError, findUnemittable } from '../yaml';

/**
 * JSON in canonical form: keys by code unit, two spaces, a final newline. `undefined` members are left out.
 *
 * @throws EmissionError for what is not plain data, with its path
 */
export function emitJson(value: unknown): string {
  const problem = findUnemittable(value);
  if (problem !== undefined) throw new EmissionError(problem);
  return `${write(value, '\n')}\n`;
}

/** Written by hand since `JSON.stringify` puts keys that look like numbers first, in whatever order the object has. */
function write(value: unknown, pad: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${pad}  `;
  if (Array.isArray(value))
    return enclose(
      '[',
      value.map((item) => write(item, inner)),
      ']',
      pad,
    );
  const members = Object.entries(value as Record<string, unknown>)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}: ${write(member, inner)}`);
  return enclose('{', members, '}', pad);
}

function enclose(open: string, lines: readonly string[], close: string, pad: string): string {
  return lines.length === 0 ? open + close : `${open}${pad}  ${lines.join(`,${pad}  `)}${pad}${close}`;
}
