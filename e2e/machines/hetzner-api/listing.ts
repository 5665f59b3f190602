import { invalidInput } from './api-error';
import { matches } from './label-selector';
import type { Resource } from './state';

const largestPage = 50;

/** One page of a collection, as every list of the API answers. Source: Hetzner Cloud API documentation, "Pagination". */
export function page<Item>(key: string, items: readonly Item[], query: URLSearchParams) {
  const number = positive(query, 'page', 1);
  const size = Math.min(positive(query, 'per_page', 25), largestPage);
  const last = Math.max(1, Math.ceil(items.length / size));
  return {
    [key]: items.slice((number - 1) * size, number * size),
    meta: {
      pagination: {
        page: number,
        per_page: size,
        previous_page: number > 1 ? number - 1 : null,
        next_page: number < last ? number + 1 : null,
        last_page: last,
        total_entries: items.length,
      },
    },
  };
}

/** The resources that a list asks for by `name` and `label_selector`. */
export function selected<Kind extends Resource>(resources: Iterable<Kind>, query: URLSearchParams): Kind[] {
  const name = query.get('name');
  const selector = query.get('label_selector');
  return [...resources].filter(
    (resource) =>
      (name === null || resource.name === name) && (selector === null || matches(resource.labels, selector)),
  );
}

function positive(query: URLSearchParams, name: string, otherwise: number): number {
  const number = Number(query.get(name) ?? otherwise);
  if (!Number.isInteger(number) || number < 1) throw invalidInput(name, 'must be a positive integer');
  return number;
}
