import type { PatchDocument } from '../../document';
import { valueAt } from '../../merge/plain';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Images that the boot medium brings. */
export interface ImageCacheOptions {
  readonly local: {
    readonly enabled: boolean;
  };
}

/** The cache of images on the machine (`ImageCacheConfig`). */
export function imageCache(options: ImageCacheOptions): PatchDocument {
  return typedDocument('ImageCacheConfig', options);
}

export const imageCacheKind: DocumentKind = {
  kind: 'ImageCacheConfig',
  since: '1.14',
  older: {
    rewrite: (document) => [
      { machine: { features: { imageCache: { localEnabled: valueAt(document, ['local', 'enabled']) } } } },
    ],
  },
};
