/** Versions of the Talos control plane provider in a change. */
export interface ProviderVersions {
  /** The one that runs while the change arrives. @default - the trees do not say */
  readonly running: string | undefined;
  /** The one that the change asks for. @default - the trees do not say */
  readonly wanted: string | undefined;
}
