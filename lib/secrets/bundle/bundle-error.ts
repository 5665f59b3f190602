import { formatProblem, listProblems, type Problem } from '../../cluster';

/** One thing that is wrong with a bundle. It has no place for the value: a problem names fields only. */
export type BundleProblem = Pick<Problem, 'path' | 'what' | 'fix'>;

/** A bundle that cannot be used; carries every problem found in it, and nothing of what the bundle holds. */
export class BundleError extends Error {
  constructor(readonly problems: readonly BundleProblem[]) {
    // by name, so that nothing else that a caller put into the object is shown
    super(
      listProblems(
        'secrets bundle',
        problems.map(({ path, what, fix }) => formatProblem({ path, what, fix })),
      ),
    );
    this.name = 'BundleError';
  }
}
