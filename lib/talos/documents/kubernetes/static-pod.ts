import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A pod that the kubelet runs by itself. */
export interface StaticPodOptions {
  /** A Pod of `v1`. */
  readonly pod: JsonObject;
}

/** A static pod (`KubeStaticPodConfig`). */
export function staticPod(name: string, options: StaticPodOptions): PatchDocument {
  return typedDocument('KubeStaticPodConfig', options, name);
}

export const staticPodKind: DocumentKind = {
  kind: 'KubeStaticPodConfig',
  since: '1.14',
  older: { rewrite: ({ pod }) => [{ machine: { pods: [pod ?? null] } }] },
};
