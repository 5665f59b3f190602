import type { Duration } from '../cluster';

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A cron expression that comes round as often as said, from midnight on: `0 *\/6 * * *` for six hours.
 *
 * @throws Error for a length of time that does not divide an hour or a day into whole minutes
 */
export function cronEvery(every: Duration, subject: string): string {
  const minutes = every.seconds / 60;
  if (minutes === DAY) return '0 0 * * *';
  if (Number.isInteger(minutes) && minutes > 0) {
    if (minutes < HOUR && HOUR % minutes === 0) return `*/${String(minutes)} * * * *`;
    if (minutes % HOUR === 0 && DAY % minutes === 0) return `0 */${String(minutes / HOUR)} * * *`;
  }
  throw new Error(
    `${subject} cannot come round evenly, got ${every.toGoString()}; use what divides an hour or a day, such as 30 minutes, 6 hours or 24 hours`,
  );
}
