import { InvalidArgumentError, Option } from 'commander';
import { Duration } from '../../lib/cluster';

/** What a client certificate grants, as flags say it. */
export interface CredentialFlags {
  readonly roles?: readonly string[];
  readonly lifetime?: Duration;
}

export function roles(otherwise: string): Option {
  return new Option('--roles <roles>', `roles of Talos's API, with commas between (default: ${otherwise})`).argParser(
    (text) => text.split(',').map((role) => role.trim()),
  );
}

export function lifetime(): Option {
  return new Option(
    '--lifetime <time>',
    'how long the certificate is valid, such as 12h or 90d (default: 365d)',
  ).argParser(parseLifetime);
}

/** Hours of one of each unit. */
const UNITS = { h: 1, d: 24 } as const;

function parseLifetime(text: string): Duration {
  const [, amount = '', unit = ''] = /^(\d+)([hd])$/.exec(text) ?? [];
  if (Number(amount) > 0) return Duration.hours(Number(amount) * UNITS[unit as keyof typeof UNITS]);
  throw new InvalidArgumentError('Write hours or days, such as 12h or 90d.');
}
