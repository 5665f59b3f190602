import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { renamed } from '../field';
import type { DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';
import { argumentNeeds, type Arguments } from './arguments';

/** Settings of the kubelet. */
export interface KubeletOptions {
  /** Image with its tag. @default - of the cluster's Kubernetes version */
  readonly image?: string;
  /** Fields of a KubeletConfiguration, but for those that Talos sets itself. */
  readonly config?: JsonObject;
  readonly extraArgs?: Arguments;
  /** Addresses of cluster DNS. @default - the tenth of the service network */
  readonly clusterDNS?: readonly string[];
  /** @default true */
  readonly defaultRuntimeSeccompProfileEnabled?: boolean;
}

/** The kubelet (`KubeletConfig`). */
export function kubelet(options: KubeletOptions): PatchDocument {
  return typedDocument('KubeletConfig', options);
}

export const kubeletKind: DocumentKind = {
  kind: 'KubeletConfig',
  since: '1.14',
  needs: argumentNeeds,
  older: {
    rewrite: (document) => [{ machine: { kubelet: renamed(fieldsOf(document), { config: 'extraConfig' }) } }],
  },
};
