/** From when and until when a certificate is valid. */
export interface ValidityPeriod {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** The last second that a certificate can name. Source: RFC 5280, section 4.1.2.5. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * From a moment on, for that many seconds; certificates know whole seconds only.
 *
 * @throws Error for a moment that is no date and for a length that is not positive or leaves the calendar
 */
export function validFor(from: Date, seconds: number): ValidityPeriod {
  if (Number.isNaN(from.getTime())) throw new Error('start of validity is no date, got an invalid Date; pass a moment');
  const start = Math.floor(from.getTime() / 1000) * 1000;
  const end = Math.floor((from.getTime() + seconds * 1000) / 1000) * 1000;
  if (!(end > start && end <= LAST)) {
    throw new Error(
      `lifetime of a certificate cannot be used, got ${String(seconds)} s; give one above zero that ends before the year 10000`,
    );
  }
  return { notBefore: new Date(start), notAfter: new Date(end) };
}
