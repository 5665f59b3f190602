import { finding, type Finding } from '../finding';
import type { Guard } from './guard';
import { leavesOf } from './leaves';

/** Markers of cdktf (`${TfToken[…]}`, `#{TfToken[…]}` in lists) and of the other construct libraries (`${Token[…]}`). */
const MARKER = /\b(?:Tf)?Token\[[\w.:-]*\]/;

/** A number token of cdktf is a double with these high bits, about -1.888e+289; nothing else in a tree comes near. */
const NUMBER_TOKEN = { from: -1.8882e289, to: -1.8881e289, inText: 'e+289' };

/** Refuses values that only the other construct tree can resolve: they would be written as they stand, without an error. */
export const unresolvedTokens: Guard = {
  name: 'unresolved-tokens',
  check: (files) =>
    files.flatMap(({ artifact, text }) => {
      if (!text.includes('Token[') && !text.includes(NUMBER_TOKEN.inText)) return [];
      const fields = new Set<string>();
      for (const { field, value } of leavesOf(artifact.body)) if (isToken(value)) fields.add(field);
      return [...fields].map((field) => unresolved(artifact.path, field));
    }),
};

function isToken(value: unknown): boolean {
  if (typeof value === 'number') return value > NUMBER_TOKEN.from && value < NUMBER_TOKEN.to;
  return typeof value === 'string' && MARKER.test(value);
}

function unresolved(artifact: string, field: string): Finding {
  return finding({
    artifact,
    field,
    what: 'an unresolved token',
    fix: 'take the fact from the cluster definition, or hand it over as a Terraform output',
  });
}
