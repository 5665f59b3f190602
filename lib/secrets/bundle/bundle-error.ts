import type { Problem } from '../../cluster';

/** One thing that is wrong with a bundle. It has no place for the value: a problem names fields only. */
export type BundleProblem = Pick<Problem, 'path' | 'what' | 'fix'>;

/** A bundle that cannot be used; carries every problem found in it, and nothing of what the bundle holds. */
export class BundleError extends Error {
  constructor(readonly problems: readonly BundleProblem[]) {
    const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
    const lines = problems.map(({ path, what, fix }) => `  ${path}: ${what}; ${fix}`);
    super([`secrets bundle: ${count}`, ...lines].join('\n'));
    this.name = 'BundleError';
  }
}
