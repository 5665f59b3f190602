/** The forms that go-yaml reads as a time: RFC 3339 with short fields, a space instead of `T` but no zone, a date alone. */
const FORM =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?<mark>[Tt ])(?<hour>\d{1,2}):(?<minute>\d{1,2}):(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?(?<zone>Z|[-+]\d{2}:\d{2})?)?$/;

/**
 * A text as a time in Go's RFC3339Nano, the form of SOPS' cipher text and MAC; undefined where go-yaml reads no time,
 * or one that Go cannot write.
 */
export function readTime(text: string): string | undefined {
  const {
    year = '',
    month = '',
    day = '',
    mark,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    zone,
  } = FORM.exec(text)?.groups ?? {};
  if (year === '') return undefined;
  // `T` wants a zone, a space refuses one
  if (mark !== undefined && (mark === ' ') === (zone !== undefined)) return undefined;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (Number(day) < 1 || Number(day) > daysOf(Number(year), Number(month))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = readZone(zone ?? 'Z');
  if (offset === undefined) return undefined;
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, '');
  const date = `${year}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${nanoseconds === '' ? '' : `.${nanoseconds}`}${offset}`;
}

function readZone(zone: string): string | undefined {
  if (zone === 'Z') return 'Z';
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return hours === 0 && minutes === 0 ? 'Z' : zone;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function two(text: string): string {
  return text.padStart(2, '0');
}
