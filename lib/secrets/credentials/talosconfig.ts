import type { ClusterFacts, Duration } from '../../cluster';
import type { SecretsBundle } from '../bundle/bundle';
import { encodePem } from '../bundle/base64';
import { emitInOrder } from '../bundle/go-yaml';
import type { Issuance } from '../pki/issuance';
import { issueTalosClient } from './talos-client';

export interface TalosconfigOptions {
  /** Addresses or names of control plane nodes; not the shared address of Kubernetes, which goes down with etcd. */
  readonly endpoints: readonly string[];
  /** Nodes that commands go to unless told otherwise. @default - none */
  readonly nodes?: readonly string[] | undefined;
  /** @default ['os:admin'] */
  readonly roles?: readonly string[] | undefined;
  /** @default - 8760 hours, a year */
  readonly lifetime?: Duration | undefined;
}

/**
 * The `talosconfig` of a cluster, with one context of the cluster's name and a new client certificate, byte for byte as
 * talosctl writes it. Source: Talos `client/config/config.go`.
 *
 * @throws Error for roles that the cluster's version of Talos does not have
 */
export function newTalosconfig(
  { name, versions }: Pick<ClusterFacts, 'name' | 'versions'>,
  { certs }: Pick<SecretsBundle, 'certs'>,
  { endpoints, nodes = [], roles, lifetime }: TalosconfigOptions,
  issuance: Issuance,
): string {
  const client = issueTalosClient(certs.os, { talos: versions.talos, roles, lifetime }, issuance);
  return emitInOrder({
    context: name,
    contexts: {
      [name]: {
        endpoints,
        ...(nodes.length > 0 && { nodes }),
        ca: encodePem(certs.os.crt),
        crt: encodePem(client.crt),
        key: encodePem(client.key),
      },
    },
  });
}
