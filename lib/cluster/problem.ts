/** One thing that is wrong with a definition, with all a reader needs to mend it. */
export interface Problem {
  /** Where it stands: dotted path from the root of the definition, e.g. `network.pods`. */
  readonly path: string;
  /** What is wrong; lower case, no full stop. */
  readonly what: string;
  /** The value received, as written. Absent when there is none to show. */
  readonly got?: unknown;
  /** What would be accepted. */
  readonly allowed?: string;
  /** What to do. */
  readonly fix: string;
}

/** Renders a problem as one line: `<path>: <what>, got <value>; allowed: <allowed>; <fix>`. */
export function formatProblem(problem: Problem): string {
  const got = 'got' in problem ? `, got ${show(problem.got)}` : '';
  const allowed = problem.allowed === undefined ? '' : `; allowed: ${problem.allowed}`;
  return `${problem.path}: ${problem.what}${got}${allowed}; ${problem.fix}`;
}

/** A definition that cannot be used; carries every problem found in it, not the first only. */
export class DefinitionError extends Error {
  constructor(
    /** The cluster's name, or `(unnamed)` where the definition gives none. */
    readonly subject: string,
    readonly problems: readonly Problem[],
  ) {
    super(listProblems(subject, problems.map(formatProblem)));
    this.name = 'DefinitionError';
  }
}

/** The message of an error that carries all problems: what has them and how many, then a line for each. */
export function listProblems(subject: string, problems: readonly string[]): string {
  const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`;
  return [`${subject}: ${count}`, ...problems.map((problem) => `  ${problem}`)].join('\n');
}

const SHOWN = 120;

/** A value as it is shown in a message: JSON, cut to a line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  const text = JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
