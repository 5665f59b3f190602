import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a user writes into a package.json to have the fork. */
export interface Alias {
  /** E.g. `npm:cdktn@0.24.0`. */
  readonly cdktf: string;
  readonly version: string;
  readonly overrides: unknown;
}

/** SHA-512 of the fork's package, which brings its own dependencies along. Source: the npm registry, `dist.integrity`. */
export const integrity =
  'sha512-Ok7kYlM2BWyXebnQi4Se9JPsjsRZKoVtkyshkVEkhHY/fGWonMvdWvivXmdB6caBGcQ8cwioQOZXKkps+dCnZg==';

/**
 * The alias as the README tells it, so that what is tested is what is told.
 *
 * @throws Error where the README has no such lines any more
 */
export function readmeAlias(repository: string): Alias {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  const [, cdktf, version] = /`"cdktf": "(npm:cdktn@([^"]+))"`/.exec(readme) ?? [];
  const [, overrides] = /`"overrides": (\{.*\})`/.exec(readme) ?? [];
  if (cdktf === undefined || version === undefined || overrides === undefined) {
    throw new Error(
      'README.md does not say how to switch to cdktn; write the alias and the overrides as JSON in backticks',
    );
  }
  return { cdktf, version, overrides: JSON.parse(overrides) as unknown };
}
