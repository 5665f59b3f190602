import { minorOf } from '../../cluster';

interface Minor {
  /** `1.35` of `v1.35.0`. */
  readonly text: string;
  /** Grows with the minor. */
  readonly order: number;
}

/** What a search has read already: it asks for the same few versions many thousand times. */
const read = new Map<string, Minor>();

/** The minor of a version such as `v1.35.0`, or of a minor such as `1.35`. */
export function minor(version: string): Minor {
  const known = read.get(version);
  if (known !== undefined) return known;
  const text = minorOf(version);
  const [major = 0, second = 0] = text.split('.').map(Number);
  const fresh = { text, order: major * 10_000 + second };
  read.set(version, fresh);
  return fresh;
}

/** Minors from one version up to another, of one major; negative where the other is older. */
export function minorsUp(from: string, to: string): number {
  return minor(to).order - minor(from).order;
}
