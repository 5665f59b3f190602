/**
 * Kubernetes minors that each Talos minor supports, first and last.
 * Source: Talos `pkg/machinery/compatibility`, releases 1.10 to 1.14, as of 2026-08.
 */
export const talosSupport: Readonly<Record<string, readonly [first: string, last: string]>> = {
  '1.10': ['1.28', '1.33'],
  '1.11': ['1.29', '1.34'],
  '1.12': ['1.30', '1.35'],
  '1.13': ['1.31', '1.36'],
  '1.14': ['1.32', '1.37'],
};
