import { isIPv4, isIPv6 } from 'node:net';

/** A unit of Go's durations, or the beginning of a longer name of one. */
const GO_DURATION = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const LONG_DURATION =
  /\d+\s*(?:ns|us|µs|ms|[smhdw]|wk|hr|nano[a-z]*|micro[a-z]*|milli[a-z]*|sec[a-z]*|min[a-z]*|hour[a-z]*|day[a-z]*|week[a-z]*)(?![a-zµ])/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:.\d+)?(?:z|[+-]\d{2}:\d{2})$/i;
const HEX = '[0-9a-f]';

/**
 * The formats of strings that the API server checks; it ignores all others. `date-time` stands for `datetime`, as the server
 * drops hyphens.
 *
 * Source: apiextensions-apiserver v0.34, pkg/apiserver/validation/formats.go; kube-openapi, pkg/validation/strfmt.
 */
export const stringFormats: Readonly<Record<string, (text: string) => boolean>> = {
  byte: (text) =>
    /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/.test(
      text,
    ),
  cidr: isCidr,
  date: isDate,
  'date-time': isDateTime,
  datetime: isDateTime,
  duration: (text) => text === '0' || GO_DURATION.test(text) || LONG_DURATION.test(text),
  email: (text) => /^[^\s@<>]+@[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>$/.test(text),
  hostname: (text) => /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text) && text.length <= 255,
  ipv4: (text) => isIPv4(text) || (isIPv6(text) && text.includes('.')),
  ipv6: isIPv6,
  mac: (text) =>
    new RegExp(
      `^(?:${HEX}{2}([:-])${HEX}{2}(?:\\1${HEX}{2}){4}(?:(?:\\1${HEX}{2}){2})?|(?:${HEX}{4}\\.){2}${HEX}{4})$`,
      'i',
    ).test(text),
  password: () => true,
  uri: (text) => /^(?:[a-z][a-z0-9+.-]*:|\/)\S*$/i.test(text),
  uuid: (text) => new RegExp(`^${HEX}{8}-?${HEX}{4}-?${HEX}{4}-?${HEX}{4}-?${HEX}{12}$`, 'i').test(text),
};

/**
 * Range of an integer, whatever its format says: the API server drops `int32` and `float` from the schema of a custom resource, and
 * reads every integer as an int64.
 */
export function isInt64(value: number): boolean {
  return value >= -(2 ** 63) && value < 2 ** 63;
}

function isCidr(text: string): boolean {
  const slash = text.indexOf('/');
  const address = text.slice(0, slash);
  const length = text.slice(slash + 1);
  if (slash < 0 || !/^\d{1,3}$/.test(length)) return false;
  return isIPv4(address) ? Number(length) <= 32 : isIPv6(address) && Number(length) <= 128;
}

function isDate(text: string): boolean {
  // a day that does not exist is moved to the next month, or is no date at all
  return DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [day = '', time = '', ...more] = text.split(/t/i);
  const [, hours = '99', minutes = '99', seconds = '99'] = TIME.exec(time) ?? [];
  return more.length === 0 && isDate(day) && hours <= '23' && minutes <= '59' && seconds <= '59';
}
