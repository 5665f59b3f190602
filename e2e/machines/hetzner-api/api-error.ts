/** A refusal in the form of the Hetzner Cloud API. Source: Hetzner Cloud API documentation, "Errors". */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  body() {
    return { error: { code: this.code, message: this.message, details: this.details } };
  }
}

/** Input that breaks a rule of one field. */
export function invalidInput(field: string, message: string): ApiError {
  return new ApiError(422, 'invalid_input', `invalid input in field '${field}'`, {
    fields: [{ name: field, messages: [message] }],
  });
}

export function notFound(kind: string, name: string | number): ApiError {
  return new ApiError(404, 'not_found', `${kind} with ID '${String(name)}' not found`);
}

export function uniquenessError(kind: string, field: string): ApiError {
  return new ApiError(409, 'uniqueness_error', `${kind} ${field} is already used`, { fields: [{ name: field }] });
}

export function limitExceeded(what: string): ApiError {
  return new ApiError(403, 'resource_limit_exceeded', `${what} limit exceeded`);
}

export function protectedResource(kind: string): ApiError {
  return new ApiError(423, 'protected', `${kind} deletion is protected`);
}

/** A refusal with a code of its own kind, e.g. `ip_not_available`. */
export function refused(code: string, message: string): ApiError {
  return new ApiError(422, code, message);
}
