/** Why a file cannot be read or written. */
export type SopsProblem =
  | 'not-yaml'
  | 'not-encrypted'
  | 'already-encrypted'
  | 'bad-metadata'
  | 'bad-value'
  | 'no-mac'
  | 'mac-mismatch'
  | 'tampered'
  | 'wrong-key'
  | 'bad-rule'
  | 'unsupported';

/** A file that is refused. The message names places and what to do, never a value. */
export class SopsError extends Error {
  constructor(
    readonly problem: SopsProblem,
    readonly what: string,
    readonly fix: string,
    /** Where in the document: `document 2: data.password`. */
    readonly path?: string,
  ) {
    super(`${path === undefined ? '' : `${path}: `}${what}; ${fix}`);
    this.name = 'SopsError';
  }
}

/** A place in a file: the document only where there are several, then keys and positions. */
export function placeOf(document: number, path: readonly (string | number)[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`)).join('');
  const inside = steps.startsWith('.') ? steps.slice(1) : steps;
  const root = inside === '' ? '(top level)' : inside;
  return document === 0 ? root : `document ${String(document + 1)}: ${root}`;
}
