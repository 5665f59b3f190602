import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export interface VaultSettings extends ChartSettings {
  /** Copies that keep one Raft log between them; 1 keeps its data in a file. @default 1 */
  readonly replicas?: number;
  /** Volume of each copy. */
  readonly storage?: {
    /** @default '10Gi' */
    readonly size?: string;
    /** @default - the cluster's default storage class */
    readonly storageClass?: string;
  };
  /** Put secrets into pods that ask by annotation, with a webhook for every pod. @default false */
  readonly injector?: boolean;
}

const chart: HelmChart = { name: 'vault', version: '0.31.0', repository: 'https://helm.releases.hashicorp.com' };

const name = 'vault';
const namespace = 'secrets';
const port = 8200;

/** URL at which the cluster's own Vault answers within the cluster. */
export function vaultAddress({ network }: ClusterFacts): string {
  return `http://${name}.${namespace}.svc.${network.dnsDomain}:${String(port)}`;
}

/**
 * HashiCorp Vault. It has no health of its own: a new Vault is sealed until someone initializes it, and one that restarts
 * until someone, or what `values` set up, unseals it.
 */
export function vault(settings: VaultSettings = {}): Component {
  const { storageClass } = settings.storage ?? {};
  const injector = settings.injector ?? false;
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: ['vault'],
    requires: storageClass === undefined ? [] : [`storage-class/${storageClass}`],
    ...(injector
      ? {
          // Source: hashicorp/vault-helm, templates/injector-mutating-webhook.yaml
          webhooks: [
            {
              kind: 'MutatingWebhookConfiguration' as const,
              name: `${name}-agent-injector-cfg`,
              service: `${name}-agent-injector-svc`,
            },
          ],
        }
      : {}),
    podSecurity: 'baseline',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [
        { peer: 'cluster', ports: [{ port }] },
        { peer: 'kube-apiserver', ports: [{ port: 8080 }] },
      ],
    },
  };
}

// keys: hashicorp/vault-helm, values.yaml
function ownValues({ replicas = 1, storage = {}, injector = false }: VaultSettings): JsonObject {
  return {
    // names that do not change with the name of the release
    fullnameOverride: name,
    injector: { enabled: injector },
    server: {
      dataStorage: { enabled: true, size: storage.size ?? '10Gi', storageClass: storage.storageClass },
      ...(replicas === 1
        ? { standalone: { enabled: true } }
        : {
            standalone: { enabled: false },
            ha: { enabled: true, replicas, raft: { enabled: true, setNodeId: true } },
          }),
    },
  };
}
