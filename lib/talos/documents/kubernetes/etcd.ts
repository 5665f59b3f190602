import type { PatchDocument } from '../../document';
import { mainPatch } from '../typed-document';
import type { Arguments } from './arguments';

/** Settings of etcd, which stay in the main document under every contract. */
export interface EtcdOptions {
  /** Image with its tag. @default - of the Talos version */
  readonly image?: string;
  readonly extraArgs?: Arguments;
  /** Networks that members tell each other addresses of; adds to the node network. */
  readonly advertisedSubnets?: readonly string[];
  /** @default - the advertised ones */
  readonly listenSubnets?: readonly string[];
}

/** etcd (`cluster.etcd`), on control planes alone. */
export function etcd(options: EtcdOptions): PatchDocument {
  return mainPatch('cluster', { etcd: options });
}
