import { formatProblem, listProblems, type Problem } from '../cluster';

/** A problem of one artifact. */
export interface Finding extends Problem {
  /** Path of the artifact inside the tree. */
  readonly artifact: string;
  /** Path inside the artifact, e.g. `document 2: stringData.token`; empty for the artifact as a whole. */
  readonly field: string;
}

/** What a guard says; the path is made of the artifact's and the field's. */
export type FindingProps = Pick<Finding, 'artifact' | 'what' | 'fix'> & { readonly field?: string };

export function finding({ artifact, field = '', what, fix }: FindingProps): Finding {
  return { artifact, field, path: field === '' ? artifact : `${artifact}: ${field}`, what, fix };
}

/** A tree that cannot be synthesized; carries every finding. Nothing was written. */
export class SynthesisError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const sorted = [...findings].sort((a, b) => compare(a.artifact, b.artifact) || compare(a.field, b.field));
    super(listProblems('nothing was written', sorted.map(formatProblem)));
    this.name = 'SynthesisError';
    this.findings = sorted;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
