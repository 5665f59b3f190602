import { finding, type Finding } from '../finding';
import { hasBase64Run } from './base64-run';
import type { Guard } from './guard';
import { leavesOf } from './leaves';

/** What only a private key holds: PEM of every kind, PGP, and the two kinds of age identity. */
const MARKS = ['PRIVATE KEY-----', 'PRIVATE KEY BLOCK', 'AGE-SECRET-KEY-'];

/** The same in base64, and in base64 of base64 (a kubeconfig inside a Secret), wherever it begins. */
const ENCODED = MARKS.flatMap(base64Cores).flatMap((core) => [core, ...base64Cores(core)]);

/** Refuses private keys in any file, whatever its format; the value is never shown. */
export const privateKeys: Guard = {
  name: 'private-keys',
  check: (files) =>
    files.flatMap(({ artifact, text }) => {
      if (!MARKS.some((mark) => text.includes(mark)) && !hasBase64Run(text)) return [];
      const fields = new Set<string>();
      for (const { field, value } of leavesOf(artifact.body)) {
        if (typeof value === 'string' && holdsKey(value)) fields.add(field);
      }
      // wrapped base64 of a text goes over several lines
      if (artifact.body.format === 'text' && fields.size === 0 && holdsKey(text)) fields.add('');
      return [...fields].map((field) => found(artifact.path, field));
    }),
};

function holdsKey(text: string): boolean {
  if (MARKS.some((mark) => text.includes(mark))) return true;
  if (!hasBase64Run(text)) return false;
  const joined = text.replaceAll(/\s/g, '');
  return ENCODED.some((core) => joined.includes(core));
}

/** The part of a text's base64 that does not depend on its neighbours, for each of the three ways it can be aligned. */
function base64Cores(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + text).toString('base64');
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + text.length) * 8) / 6));
  });
}

function found(artifact: string, field: string): Finding {
  return finding({
    artifact,
    field,
    what: 'a private key',
    fix: 'keep it out of the tree, or encrypt it with SOPS',
  });
}
