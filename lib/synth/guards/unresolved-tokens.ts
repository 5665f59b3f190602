import { finding, type Finding } from '../finding';
import type { Guard } from './guard';
import { leavesOf } from './leaves';

/** Markers of cdktf (`${TfToken[…]}`, `#{TfToken[…]}` in lists) and of the other construct libraries (`${Token[…]}`). */
const MARKER = /\b(?:Tf)?Token\[[\w.:-]*\]/;

/** Number tokens of cdktf are doubles that no fact comes near, by their high bits 0xfdff and, in lists, 0xfbff. */
const NUMBER = /-(?:8\.1095\d*e\+298|1\.8881\d*e\+289)/;

/** Refuses values that only the other construct tree can resolve: they would be written as they stand, without an error. */
export const unresolvedTokens: Guard = {
  name: 'unresolved-tokens',
  check: (files) =>
    files.flatMap(({ artifact, text }) => {
      if (!text.includes('Token[') && !text.includes('e+2')) return [];
      const fields = new Set<string>();
      for (const { field, value } of leavesOf(artifact.body)) if (isToken(value)) fields.add(field);
      return [...fields].map((field) => unresolved(artifact.path, field));
    }),
};

function isToken(value: unknown): boolean {
  if (typeof value === 'number') return NUMBER.test(String(value));
  return typeof value === 'string' && (MARKER.test(value) || NUMBER.test(value));
}

function unresolved(artifact: string, field: string): Finding {
  return finding({
    artifact,
    field,
    what: 'an unresolved token',
    fix: 'take the fact from the cluster definition, or hand it over as a Terraform output',
  });
}
