import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { omit, renamed } from '../field';
import type { DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';
import { argumentNeeds, type Arguments, type PodResources } from './arguments';

/** Settings of the API server. */
export interface ApiServerOptions {
  /** Image with its tag. @default - of the cluster's Kubernetes version */
  readonly image?: string;
  /** Flags of login and permission are documents of their own from contract 1.14 on. */
  readonly extraArgs?: Arguments;
  readonly env?: Readonly<Record<string, string>>;
  readonly resources?: PodResources;
  /** Port that it listens on. @default 6443 */
  readonly apiPort?: number;
  /** More names for its certificate. */
  readonly certExtraSANs?: readonly string[];
  /** Since contract 1.14. */
  readonly startupProbes?: boolean;
}

/** The API server (`KubeAPIServerConfig`). */
export function apiServer(options: ApiServerOptions): PatchDocument {
  return typedDocument('KubeAPIServerConfig', options);
}

export const apiServerKind: DocumentKind = {
  kind: 'KubeAPIServerConfig',
  since: '1.14',
  controlPlaneOnly: true,
  needs: argumentNeeds,
  older: { lost: ['startupProbes'], rewrite },
};

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { apiPort } = document;
  const apiServerField = renamed(omit(fieldsOf(document), 'apiPort'), { certExtraSANs: 'certSANs' });
  return [
    ...(Object.keys(apiServerField).length > 0 ? [{ cluster: { apiServer: apiServerField } }] : []),
    ...(apiPort === undefined ? [] : [{ cluster: { controlPlane: { localAPIServerPort: apiPort } } }]),
  ];
}
