/**
 * A release of each Kubernetes minor at which an upgrade may stop on its way: the default of a Talos release, for which
 * Talos publishes a kubelet image; not every patch release of Kubernetes has one.
 * Source: Talos `constants.DefaultKubernetesVersion`, releases 1.8 to 1.14, as of 2026-08.
 */
export const kubernetesReleases: Readonly<Record<string, string>> = {
  '1.31': 'v1.31.4',
  '1.32': 'v1.32.4',
  '1.33': 'v1.33.6',
  '1.34': 'v1.34.1',
  '1.35': 'v1.35.4',
  '1.36': 'v1.36.3',
  '1.37': 'v1.37.0',
};
