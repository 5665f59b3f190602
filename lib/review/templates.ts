/** Private-use characters: YAML takes them in a plain scalar, and no manifest holds them. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const EXPRESSION = /\{\{[\s\S]*?\}\}/g;
const HIDDEN = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

export interface HiddenTemplates {
  readonly text: string;
  /** Puts the expressions back into a value that was parsed from `text`. */
  readonly restore: (value: unknown) => unknown;
}

/**
 * Hides the expressions of Helm, Cluster API addons and ApplicationSets (`{{ … }}`), so that the YAML around them can be
 * read: unquoted they would be read as flow mappings.
 */
export function hideTemplates(text: string): HiddenTemplates {
  if (!text.includes('{{')) return { text, restore: (value) => value };
  const expressions: string[] = [];
  const hidden = text.replace(EXPRESSION, (expression) => `${OPEN}${String(expressions.push(expression) - 1)}${CLOSE}`);
  const show = (part: string) => part.replace(HIDDEN, (_, index: string) => expressions[Number(index)] ?? '');
  return { text: hidden, restore: (value) => mapStrings(value, show) };
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [change(key), mapStrings(member, change)]));
}
