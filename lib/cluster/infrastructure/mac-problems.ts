import type { Problem } from '../problem';

const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/;

/** What is wrong with a MAC address as the address of one machine. */
export function macProblems(path: string, mac: string): Problem[] {
  if (!MAC.test(mac))
    return [
      {
        path,
        what: 'not a MAC address',
        got: mac,
        allowed: 'six pairs such as 00:50:56:00:00:01',
        fix: 'correct it',
      },
    ];
  if (Number.parseInt(mac.slice(0, 2), 16) & 1)
    return [
      {
        path,
        what: 'a multicast MAC address',
        got: mac,
        allowed: 'an address whose first pair is even',
        fix: 'use an address of one machine, such as 00:50:56:00:00:01',
      },
    ];
  return [];
}
