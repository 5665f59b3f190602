import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Who gets in to the API. */
export interface AuthenticationOptions {
  /** Fields of an AuthenticationConfiguration. Takes the place of the one that is there. */
  readonly configuration: JsonObject;
}

/** Login to the Kubernetes API (`KubeAuthenticationConfig`). One issuer alone: the definition's own `oidc`. */
export function authentication(options: AuthenticationOptions): PatchDocument {
  return typedDocument('KubeAuthenticationConfig', options);
}

export const authenticationKind: DocumentKind = {
  kind: 'KubeAuthenticationConfig',
  since: '1.14',
  controlPlaneOnly: true,
  instead: 'use oidc of the definition',
};
