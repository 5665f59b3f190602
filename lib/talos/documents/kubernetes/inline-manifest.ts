import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** Objects that Talos applies. */
export interface InlineManifestOptions {
  /** YAML, one document or several. No Secrets: the definition is plain text. */
  readonly manifest: string;
}

/** Manifests that Talos applies on bootstrap and upgrades (`KubeInlineManifestConfig`). */
export function inlineManifest(name: string, options: InlineManifestOptions): PatchDocument {
  return typedDocument('KubeInlineManifestConfig', options, name);
}

export const inlineManifestKind: DocumentKind = {
  kind: 'KubeInlineManifestConfig',
  since: '1.14',
  older: {
    rewrite: (document) => [
      { cluster: { inlineManifests: [{ name: documentName(document), contents: document.manifest }] } },
    ],
  },
};
