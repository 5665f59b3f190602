import type { JsonObject } from '../../../cluster';
import { encodedPem } from '../../generate/secrets';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** How a registry's certificate is checked. The key of a client certificate is a secret, and has no place here. */
export interface RegistryTlsOptions {
  /** Authority of the registry, in PEM. */
  readonly ca?: string;
  /** @default false */
  readonly insecureSkipVerify?: boolean;
}

/** Trust in a registry (`RegistryTLSConfig`). */
export function registryTls(registry: string, options: RegistryTlsOptions): PatchDocument {
  return typedDocument('RegistryTLSConfig', options, registry);
}

export const registryTlsKind: DocumentKind = { kind: 'RegistryTLSConfig', since: '1.12', older: { rewrite } };

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { ca, insecureSkipVerify } = document;
  const tls = { ca: typeof ca === 'string' ? encodedPem(ca) : undefined, insecureSkipVerify };
  return [{ machine: { registries: { config: { [documentName(document)]: { tls } } } } }];
}
