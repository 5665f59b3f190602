/** First and last minor of a support window. */
export type MinorWindow = readonly [first: string, last: string];

/** The contract between the core of Cluster API and its providers. */
export type ProviderContract = 'v1beta1' | 'v1beta2';

/** What is known of the releases of one provider that share a minor. A member that is absent is not known. */
export interface ProviderLine {
  /** Contract that the provider implements; of the core, the newest it serves. */
  readonly contract: ProviderContract;
  /** The newest stable release. @default - none is known, so that no upgrade leads there */
  readonly release?: string;
  /** Kubernetes minors of a cluster that the provider runs on and manages. */
  readonly kubernetes?: MinorWindow;
  /** First release of the line that supports a Kubernetes minor, where it is not the first of the line. */
  readonly since?: Readonly<Record<string, string>>;
  /** Talos minors of the machines that the provider manages. */
  readonly talos?: MinorWindow;
  /** Minors of the core that serve the API version which the provider is built on. */
  readonly core?: MinorWindow;
}

/** Providers by the names that a definition gives them in `clusterApi({ … })`. */
export const providerNames = ['core', 'hetzner', 'vsphere', 'talosBootstrap', 'talosControlPlane', 'helm'] as const;
export type ProviderName = (typeof providerNames)[number];

/**
 * Release lines of the Cluster API providers by minor, as of 2026-08. A cluster of ours runs the providers that manage it,
 * so the window of the core is that of management clusters.
 *
 * Sources: `core`: Cluster API book, "Supported versions matrix", of releases 1.10, 1.11, 1.13 and 1.14, and
 * `metadata.yaml` of 1.14; contract and API `v1beta1` end with 1.16. `talosBootstrap`, `talosControlPlane`: README and
 * `go.mod` of v0.6.12 and v0.5.13. `vsphere`: README and `metadata.yaml` of v1.16.1. `hetzner`, `helm`: releases and
 * `metadata.yaml`.
 */
export const providerLines: Readonly<Record<ProviderName, Readonly<Record<string, ProviderLine>>>> = {
  core: {
    '1.10': {
      contract: 'v1beta1',
      release: 'v1.10.10',
      kubernetes: ['1.29', '1.33'],
      since: { '1.33': 'v1.10.1' },
    },
    '1.11': { contract: 'v1beta2', kubernetes: ['1.30', '1.34'], since: { '1.34': 'v1.11.1' } },
    '1.12': {
      contract: 'v1beta2',
      release: 'v1.12.11',
      kubernetes: ['1.31', '1.36'],
      since: { '1.35': 'v1.12.1', '1.36': 'v1.12.8' },
    },
    '1.13': {
      contract: 'v1beta2',
      release: 'v1.13.5',
      kubernetes: ['1.32', '1.36'],
      since: { '1.36': 'v1.13.1' },
    },
    '1.14': { contract: 'v1beta2', release: 'v1.14.0', kubernetes: ['1.33', '1.36'] },
  },
  hetzner: {
    '1.0': { contract: 'v1beta1', release: 'v1.0.7' },
    '1.1': { contract: 'v1beta1', release: 'v1.1.8' },
  },
  vsphere: {
    '1.13': { contract: 'v1beta1', core: ['1.0', '1.15'] },
    '1.14': { contract: 'v1beta1', core: ['1.11', '1.15'] },
    '1.15': { contract: 'v1beta1', core: ['1.11', '1.15'] },
    '1.16': { contract: 'v1beta2', release: 'v1.16.1' },
  },
  talosBootstrap: {
    '0.6': {
      contract: 'v1beta1',
      release: 'v0.6.12',
      kubernetes: ['1.26', '1.36'],
      talos: ['1.2', '1.13'],
      core: ['1.0', '1.15'],
    },
    '0.7': { contract: 'v1beta2' },
  },
  talosControlPlane: {
    '0.5': {
      contract: 'v1beta1',
      release: 'v0.5.13',
      kubernetes: ['1.26', '1.36'],
      talos: ['1.3', '1.13'],
      core: ['1.0', '1.15'],
    },
  },
  helm: {
    '0.4': { contract: 'v1beta1', release: 'v0.4.2' },
    '0.6': { contract: 'v1beta2', release: 'v0.6.4' },
  },
};

/** Contracts that a core serves beside the newest of its line. Source: Cluster API book, "Cluster API release vs contract versions". */
export const servedContracts: Readonly<Record<ProviderContract, readonly ProviderContract[]>> = {
  v1beta1: ['v1beta1'],
  v1beta2: ['v1beta1', 'v1beta2'],
};

/** Minors of the core that one upgrade may go up. Source: Cluster API book, "Skip upgrades". */
export const CORE_MINORS_AT_ONCE = 3;
