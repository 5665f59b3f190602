import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Whose images run. The first rule that matches an image decides. */
export interface ImageVerificationOptions {
  readonly rules: readonly ImageRule[];
}

/** What is asked of images: nothing, that they never run, or a signature. */
export type ImageRule = {
  /** Registry and repository, `*` for any part, e.g. `registry.example.com/*`. */
  readonly image: string;
} & (
  | { readonly skip: true }
  | { readonly deny: true }
  | { readonly keyless: KeylessVerifier }
  | {
      readonly publicKey: {
        /** Public key or certificate, in PEM. */
        readonly certificate: string;
      };
    }
);

/** A signature by an identity of an OpenID Connect issuer. */
export interface KeylessVerifier {
  /** URL. */
  readonly issuer: string;
  /** One of the two. */
  readonly subject?: string;
  readonly subjectRegex?: string;
}

/** Signatures that images must have (`ImageVerificationConfig`). */
export function imageVerification(options: ImageVerificationOptions): PatchDocument {
  return typedDocument('ImageVerificationConfig', options);
}

export const imageVerificationKind: DocumentKind = { kind: 'ImageVerificationConfig', since: '1.13' };
