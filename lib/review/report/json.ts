import type { Change } from '../change';
import { summarize, type ChangeSummary } from './summary';

/**
 * The changes for machines. Members may be added under the same `schema`; none is renamed or removed without another.
 *
 * - `schema`: `plinth.diff/v1`;
 * - `summary`: counts, see `ChangeSummary`;
 * - `changes`: see `Change`, in the order of owner, resource and file. `resource.type` is `kubernetes` (`group`, `kind`,
 *   `namespace`, `name`), `terraform` (`stack`, `address`), `document` (`path`, `document`) or `file` (`path`). A field's `before` or
 *   `after` is absent where there was or is none; null is a value.
 */
export interface DiffDocument {
  readonly schema: 'plinth.diff/v1';
  readonly summary: ChangeSummary;
  readonly changes: readonly Change[];
}

export function diffDocument(changes: readonly Change[]): DiffDocument {
  return { schema: 'plinth.diff/v1', summary: summarize(changes), changes };
}
