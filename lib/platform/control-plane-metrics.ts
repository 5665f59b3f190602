import { placedDocuments, poolScopes, type ClusterFacts, type Json, type JsonObject } from '../cluster';

/** Which parts of the control plane answer for their metrics beyond the machine that they run on. */
export interface ControlPlaneMetrics {
  /** Port on which etcd answers without TLS. @default - it does not */
  readonly etcd?: number;
  readonly scheduler: boolean;
  readonly controllerManager: boolean;
}

/** Labels of the static pod whose machines run etcd, which is a service of Talos and no pod. Source: Talos `control_plane_static_pod.go` */
export const etcdMachines = { component: 'kube-apiserver' } as const;

/**
 * What the definition's documents open: Talos binds all three to the machine itself unless `etcd.extraArgs` has
 * `listen-metrics-urls`, or the `extraArgs` of the other two a `bind-address`.
 */
export function controlPlaneMetrics({ system, pools }: ClusterFacts): ControlPlaneMetrics {
  const documents = pools
    .filter(({ role }) => role === 'control-plane')
    .flatMap((pool) => placedDocuments(poolScopes(system.documents, pool)))
    .map(({ document }) => document);
  const opened = (section: string, argument: string, kind = ''): string | undefined =>
    documents
      .flatMap((document) => {
        // the main document has sections, the documents of Talos 1.14 are their own
        const holder = document.kind === kind ? document : member(member(document, 'cluster'), section);
        return addresses(member(member(holder, 'extraArgs'), argument));
      })
      .find((address) => !loopback.test(address));
  const etcd = opened('etcd', 'listen-metrics-urls');
  return {
    ...(etcd !== undefined && { etcd: Number(new URL(etcd).port) || 80 }),
    scheduler: opened('scheduler', 'bind-address', 'KubeSchedulerConfig') !== undefined,
    controllerManager: opened('controllerManager', 'bind-address', 'KubeControllerManagerConfig') !== undefined,
  };
}

const loopback = /^(https?:\/\/)?(127(\.\d+){3}|localhost|\[::1\]|::1$)/;

function member(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[key] : undefined;
}

/** The addresses of an argument: one, several joined by commas, or a list of either. */
function addresses(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(addresses);
  return typeof value === 'string' ? value.split(',').map((address) => address.trim()) : [];
}
