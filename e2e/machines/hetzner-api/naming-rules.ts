import { z } from 'zod';
import { uniquenessError } from './api-error';
import type { Resource } from './state';

const labelKey = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const labelValue = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/** Labels as the API takes them. Source: Hetzner Cloud API documentation, "Labels". */
export const labelsShape = z
  .record(z.string().regex(labelKey, 'invalid label key'), z.string().regex(labelValue, 'invalid label value'))
  .optional();

/** Names of servers are host names. Source: Hetzner Cloud API documentation, "Create a Server". */
export const hostNameShape = z
  .string()
  .max(253)
  .regex(
    /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/,
    'must be a valid hostname per RFC 1123',
  );

export const nameShape = z.string().min(1).max(128);

/** What an update of any resource may change. */
export const renameShape = z.strictObject({ name: nameShape.optional(), labels: labelsShape });

export const protectionShape = z.strictObject({ delete: z.boolean().optional() });

/** @throws ApiError where another resource of the kind has the name */
export function requireFreeName(resources: Iterable<Resource>, kind: string, name: string, self?: number): void {
  for (const resource of resources) {
    if (resource.name === name && resource.id !== self) throw uniquenessError(kind, 'name');
  }
}

/** Changes name and labels, where an update gives them. */
export function rename(
  resource: Resource,
  others: Iterable<Resource>,
  kind: string,
  { name, labels }: { readonly name?: string | undefined; readonly labels?: Record<string, string> | undefined },
): void {
  if (name !== undefined) {
    requireFreeName(others, kind, name, resource.id);
    resource.name = name;
  }
  if (labels !== undefined) resource.labels = labels;
}
