const UNITS = 'kmgtpe';

/** Bytes that a text such as `10GiB`, `1,000 MB` or `5` names; nothing where it names none. Source: `go-humanize`, `ParseBytes`. */
export function parseBytes(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^([0-9.,]*)(.*)$/s.exec(text) ?? [];
  const number = digits.replaceAll(',', '');
  if (!/^([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(number)) return undefined;
  const parts = /^(?:([kmgtpe])(i)?)?b?$/.exec(unit.trim().toLowerCase());
  if (parts === null) return undefined;
  const [, letter, binary] = parts;
  const power = letter === undefined ? 0 : UNITS.indexOf(letter) + 1;
  const bytes = Number(number) * (binary === undefined ? 1000 : 1024) ** power;
  return bytes >= 2 ** 64 ? undefined : Math.floor(bytes);
}

/** An amount of bytes, or a share of what there is. Source: Talos `config/types/block/size.go`. */
export interface Amount {
  readonly isNegative: boolean;
  readonly isShare: boolean;
  /** Bytes, 0 for a share. */
  readonly bytes: number;
}

/** An amount such as `10GiB`, `50%` or `-5GiB`; nothing where it is none. */
export function parseAmount(text: string): Amount | undefined {
  const isNegative = text.startsWith('-');
  const amount = isNegative ? text.slice(1) : text;
  if (!text.includes('%')) {
    const bytes = parseBytes(amount);
    return bytes === undefined ? undefined : { isNegative, isShare: false, bytes };
  }
  const share = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?%$/i.test(amount) ? Number(amount.slice(0, -1)) : -1;
  return share >= 0 && share <= 100 ? { isNegative, isShare: true, bytes: 0 } : undefined;
}

/** An amount of bytes alone: no share. */
export function isByteSize(text: string): boolean {
  return text === '' || (!text.includes('%') && parseAmount(text) !== undefined);
}

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Seconds of a Go duration such as `1h30m`; nothing where it is none. Source: Go `time.ParseDuration`. */
export function parseSeconds(text: string): number | undefined {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0;
  if (!/^((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let seconds = 0;
  for (const [, amount, unit = ''] of rest.matchAll(/([0-9.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    seconds += Number(amount) * (SECONDS[unit] ?? 0);
  }
  // nanoseconds in 63 bits
  if (seconds * 1e9 >= 2 ** 63) return undefined;
  return sign === '-' ? -seconds : seconds;
}
