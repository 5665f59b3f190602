import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { omit } from '../field';
import type { DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';
import { argumentNeeds, type Arguments, type PodResources } from './arguments';

/** Settings of kube-proxy. */
export interface ProxyOptions {
  /** Off where the pod network routes services itself. @default true */
  readonly enabled?: boolean;
  /** Image with its tag. @default - of the cluster's Kubernetes version */
  readonly image?: string;
  /** @default nftables */
  readonly mode?: 'nftables' | 'iptables' | 'ipvs';
  /** Fields of a KubeProxyConfiguration. Since contract 1.14. */
  readonly config?: JsonObject;
  readonly extraArgs?: Arguments;
  /** Since contract 1.14. */
  readonly resources?: PodResources;
}

/** kube-proxy (`KubeProxyConfig`). */
export function proxy(options: ProxyOptions): PatchDocument {
  return typedDocument('KubeProxyConfig', options);
}

export const proxyKind: DocumentKind = {
  kind: 'KubeProxyConfig',
  since: '1.14',
  controlPlaneOnly: true,
  needs: argumentNeeds,
  older: { lost: ['config', 'resources'], rewrite },
};

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { enabled } = document;
  const disabled = typeof enabled === 'boolean' ? !enabled : undefined;
  return [{ cluster: { proxy: { disabled, ...omit(fieldsOf(document), 'enabled') } } }];
}
