/** What is installed before GitOps runs: which release, and where it comes from. */
export interface Release {
  readonly version: string;
  /** Where it is taken from; what it is depends on the thing: a chart repository, a URL, an image, a package. */
  readonly source: string;
}

/** `{version}` in a source stands for the release's version. */
export function sourceOf({ source, version }: Release): string {
  return source.replaceAll('{version}', version);
}

/** An image or artifact by its tag, or by its digest where the version is one (`sha256:…`). */
export function referenceOf({ source, version }: Release): string {
  return version.startsWith('sha256:') ? `${source}@${version}` : `${source}:${version}`;
}

/** What a bootstrap of Flux installs, in order. */
export interface FluxReleases {
  /** Helm chart repository. Before OLM, whose webhooks take their certificates from it. */
  readonly certManager: Release;
  /** URL of OLM v1's manifests. */
  readonly olm: Release;
  /** Image of the catalog that OLM installs from; its version is a tag. */
  readonly catalog: Release;
  /** Package of the catalog; the version may be a range. */
  readonly fluxOperator: Release;
  /** Registry of Flux's images; the version may be a range. */
  readonly flux: Release;
  /** OCI artifact with the manifests that the operator renders Flux from; its version is a tag. */
  readonly fluxManifests: Release;
}

/** The pinned defaults, one line each. `latest` is what its maker publishes fixes under; a digest pins it. */
export const fluxReleases: FluxReleases = {
  certManager: { version: 'v1.19.1', source: 'https://charts.jetstack.io' },
  olm: {
    version: 'v1.5.1',
    source:
      'https://github.com/operator-framework/operator-controller/releases/download/{version}/operator-controller.yaml',
  },
  catalog: { version: 'latest', source: 'quay.io/operatorhubio/catalog' },
  fluxOperator: { version: '^0.33.0', source: 'flux-operator' },
  flux: { version: 'v2.7.3', source: 'ghcr.io/fluxcd' },
  fluxManifests: { version: 'latest', source: 'oci://ghcr.io/controlplaneio-fluxcd/flux-operator-manifests' },
};

/** Argo CD's chart; the version is the chart's own. */
export const argoCdChart: Release = { version: '10.3.0', source: 'https://argoproj.github.io/argo-helm' };
