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

/**
 * The oldest Talos minor that a machine may run when it is upgraded to each minor.
 * Source: Talos `pkg/machinery/compatibility`, `MinimumHostUpgradeVersion`, releases 1.10 to 1.14, as of 2026-08.
 */
export const talosUpgradesFrom: Readonly<Record<string, string>> = {
  '1.10': '1.8',
  '1.11': '1.9',
  '1.12': '1.10',
  '1.13': '1.11',
  '1.14': '1.12',
};

/** The newest known release of each Talos minor: where an upgrade stops on its way. Source: Talos releases, as of 2026-08. */
export const talosReleases: Readonly<Record<string, string>> = {
  '1.10': 'v1.10.9',
  '1.11': 'v1.11.6',
  '1.12': 'v1.12.11',
  '1.13': 'v1.13.9',
  '1.14': 'v1.14.0',
};
