import type { ValidationReport } from '../validate/validation-report';

/**
 * A validation for machines: `schema` is `plinth.validation/v1`, the rest is `ValidationReport`. Members may be added under the same
 * `schema`; none is renamed or removed without another.
 */
export interface ValidationDocument extends ValidationReport {
  readonly schema: 'plinth.validation/v1';
}

export function validationDocument(report: ValidationReport): ValidationDocument {
  return { schema: 'plinth.validation/v1', ...report };
}
