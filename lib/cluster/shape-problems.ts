import type { z } from 'zod';
import { nearest } from './nearest';
import type { Problem } from './problem';

type Issue = z.core.$ZodIssue;

/** zod's issues of one section as problems of ours. */
export function shapeProblems(section: string, issues: readonly Issue[], value: unknown): Problem[] {
  return issues.flatMap((issue) => toProblems(issue, section, value));
}

function toProblems(issue: Issue, section: string, root: unknown): Problem[] {
  const path = [section, ...issue.path.map(String)].join('.');
  const got = at(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys(got ?? {}).filter((key) => !issue.keys.includes(key));
      return issue.keys.map((key) => ({
        path: `${path}.${key}`,
        what: 'unknown key',
        fix:
          known.length > 0
            ? `remove it, or correct its spelling (known here: ${known.join(', ')}; nearest ${nearest(key, known)})`
            : 'remove it',
      }));
    }
    case 'invalid_type':
      if (got === undefined) return [{ path, what: 'missing', allowed: article(issue.expected), fix: 'add it' }];
      return [
        { path, what: 'wrong type', got, allowed: article(issue.expected), fix: `write ${article(issue.expected)}` },
      ];
    case 'invalid_value':
      return [
        {
          path,
          what: got === undefined ? 'missing' : 'not one of the values allowed',
          got,
          allowed: issue.values.map(String).join(', '),
          fix: pick(got, issue.values.map(String)),
        },
      ];
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options as unknown[]).map(String) : [];
      return [
        {
          path,
          what: got === undefined ? 'missing' : 'not a known kind',
          got,
          ...(options.length > 0 && { allowed: options.join(', ') }),
          fix: 'use one of the constructors, such as talos(), argoCd(), vsphere() or hetzner()',
        },
      ];
    }
    case 'too_small':
      return [
        {
          path,
          what: issue.origin === 'string' ? 'empty' : 'too small',
          got,
          allowed: `${String(issue.minimum)} or more`,
          fix: 'give a value within the limit',
        },
      ];
    case 'too_big':
      return [
        {
          path,
          what: 'too large',
          got,
          allowed: `${String(issue.maximum)} or less`,
          fix: 'give a value within the limit',
        },
      ];
    default:
      return [
        { path, what: issue.message.charAt(0).toLowerCase() + issue.message.slice(1), got, fix: 'correct the value' },
      ];
  }
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

function pick(got: unknown, allowed: readonly string[]): string {
  return typeof got === 'string' && got !== '' ? `did you mean ${nearest(got, allowed)}?` : 'choose one of them';
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
