import { invalidInput } from './api-error';
import type { Labels } from './state';

const word = String.raw`[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?`;
const term = new RegExp(
  String.raw`^(?:(?<key>${word})\s*(?:(?<op>==|=|!=)\s*(?<value>[\w.-]*))?|!(?<absent>${word}))$`,
);
const set = new RegExp(String.raw`^(?<key>${word})\s+(?<op>in|notin)\s+\((?<values>[^()]*)\)$`);

/**
 * Whether labels satisfy a selector: `key`, `!key`, `key=value`, `key==value`, `key!=value`, `key in (a,b)` and
 * `key notin (a,b)`, joined by commas. Source: Hetzner Cloud API documentation, "Label Selector".
 *
 * @throws ApiError where the selector cannot be read
 */
export function matches(labels: Labels, selector: string): boolean {
  return split(selector).every((part) => holds(labels, part.trim()));
}

function holds(labels: Labels, part: string): boolean {
  const groups = (set.exec(part) ?? term.exec(part))?.groups;
  if (groups === undefined) throw invalidInput('label_selector', `cannot be read: ${part}`);
  const { key = '', op, value, values, absent } = groups;
  if (absent !== undefined) return !(absent in labels);
  const listed = (values ?? '').split(',').map((each) => each.trim());
  const actual = labels[key];
  switch (op) {
    case undefined:
      return actual !== undefined;
    case 'in':
      return actual !== undefined && listed.includes(actual);
    case 'notin':
      return actual === undefined || !listed.includes(actual);
    case '!=':
      return actual !== value;
    default:
      return actual === value;
  }
}

/** Parts between commas that stand outside parentheses. */
function split(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/);
}
