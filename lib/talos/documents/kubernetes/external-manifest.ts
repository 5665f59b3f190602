import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Objects that Talos fetches and applies. */
export interface ExternalManifestOptions {
  readonly url: string;
  /** Of the request; before contract 1.14 of those for all manifests. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Manifests at a URL that Talos applies on bootstrap and upgrades (`KubeExternalManifestConfig`). */
export function externalManifest(name: string, options: ExternalManifestOptions): PatchDocument {
  return typedDocument('KubeExternalManifestConfig', options, name);
}

export const externalManifestKind: DocumentKind = {
  kind: 'KubeExternalManifestConfig',
  since: '1.14',
  older: {
    rewrite: ({ url, headers }) => [{ cluster: { extraManifests: [url ?? null], extraManifestHeaders: headers } }],
  },
};
