import type { Problem } from '../problem';
import type { Size } from '../size';

/** The providers take disks and volumes in whole GiB. */
export function wholeGibibytes(path: string, size: Size): Problem[] {
  if (Number.isInteger(size.gibibytes) && size.gibibytes >= 1) return [];
  return [
    {
      path,
      what: 'not a whole number of GiB',
      got: size.toQuantity(),
      allowed: 'whole GiB, 1 or more',
      fix: `write GiB(${String(Math.max(1, Math.ceil(size.gibibytes)))})`,
    },
  ];
}
