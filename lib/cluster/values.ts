import { z } from 'zod';
import { Cidr, Ip } from './address';
import { Duration } from './duration';
import { Size } from './size';

// The value types of a definition as zod reads them. A text that does not parse becomes a value that says so
// (`valid` false) and is reported by a rule: one malformed CIDR must not hide the other problems of its section.

/** A network in CIDR form, e.g. `10.244.0.0/16`. */
export const cidr = () => z.string().transform((text) => Cidr.parse(text));

/** An IP address, e.g. `192.0.2.10`. */
export const ip = () => z.string().transform((text) => Ip.parse(text));

/** A MAC address; read in any of the usual writings, kept as lower-case pairs joined by colons. */
export const mac = () => z.string().transform((text) => text.trim().toLowerCase().replaceAll('-', ':'));

/** An amount of memory or disk: `GiB(4)`. */
export const size = () => z.custom<Size>((value) => value instanceof Size, { error: 'must be a size such as GiB(4)' });

/** A length of time: `Duration.minutes(5)`. */
export const duration = () =>
  z.custom<Duration>((value) => value instanceof Duration, { error: 'must be a duration such as Duration.minutes(5)' });

/** A reference to a secret: `secret('hcloud-token')`. */
export const secretRef = () => z.strictObject({ secret: z.string().min(1) });
