import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../../lib/talos';
import { kindRules } from '../../../lib/talos/validate/check-config';
import { around, breakables, namedBreaks } from './breaks';

describe('checkConfig', () => {
  it.each(
    breakables.map(({ document }) => [typeof document.kind === 'string' ? document.kind : 'main document', document]),
  )('accepts a right %s', (_, document) => {
    expect(checkConfig(around(document), 'metal')).toEqual([]);
  });

  it.each(namedBreaks.map(({ name, documents, path }) => [name, documents, path] as const))(
    'refuses %s',
    (_, documents, path) => {
      expect(checkConfig(documents, 'metal').map((problem) => problem.path)).toContain(path);
    },
  );

  it('breaks a rule of every kind that has rules', () => {
    const broken = new Set(breakables.map(({ document }) => document.kind));
    const kinds = Object.keys(kindRules).filter((kind) => !broken.has(kind));
    // certificates are broken where there are some, in certificates.test.ts
    expect(kinds).toEqual(['KubeAggregatorCAConfig', 'KubeServiceAccountConfig']);
  });
});
