import { valid } from 'semver';

/** `v1.35.0`: a leading `v` and an exact semantic version. */
export function isExactRelease(text: string): boolean {
  return text.startsWith('v') && valid(text) !== null && !/\s/.test(text);
}

/** An exact chart version: a semantic version, with or without a leading `v`. */
export function isExactChartVersion(text: string): boolean {
  return valid(text) !== null && !/\s/.test(text) && !text.startsWith('=');
}

/** `1.35` of `v1.35.0`. */
export function minorOf(version: string): string {
  return version.replace(/^v/, '').split('.').slice(0, 2).join('.');
}

/** Compares two `major.minor` texts as numbers. */
export function compareMinor(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}
