import type { ClusterFacts, Component, Duration, JsonObject } from '../../cluster';
import { expectTalosApi } from '../talos-api';
import { tupprCaller } from './tuppr';

/** A time in which upgrades may start; one that runs is never interrupted. */
export interface MaintenanceWindow {
  /** Cron expression of its start. */
  readonly start: string;
  /** How long it lasts. */
  readonly duration: Duration;
  /** Name of the time zone, e.g. `Europe/Paris`. @default 'UTC' */
  readonly timezone?: string;
}

/** What must hold of the cluster before a machine is upgraded. */
export interface UpgradeCheck {
  readonly apiVersion: string;
  readonly kind: string;
  /** CEL expression over each object of the kind. */
  readonly expr: string;
  /** @default - every object */
  readonly name?: string;
  readonly namespace?: string;
  /** @default - tuppr's own */
  readonly timeout?: Duration;
}

export interface TupprUpgradesSettings {
  /** How machines restart; `powercycle` where the firmware does not survive a warm start. @default 'default' */
  readonly rebootMode?: 'default' | 'powercycle';
  /** How many machines are upgraded at once. @default 1 */
  readonly parallelism?: number;
  /** @default - at any time */
  readonly windows?: readonly MaintenanceWindow[];
  /** @default - every node is ready */
  readonly healthChecks?: readonly UpgradeCheck[];
}

const { namespace } = tupprCaller;
const apiVersion = 'tuppr.home-operations.com/v1alpha1';
const talos = { kind: 'TalosUpgrade', name: 'talos' } as const;
const kubernetes = { kind: 'KubernetesUpgrade', name: 'kubernetes' } as const;

const nodesReady: UpgradeCheck = {
  apiVersion: 'v1',
  kind: 'Node',
  expr: 'status.conditions.exists(c, c.type == "Ready" && c.status == "True")',
};

/**
 * The versions of the definition as what tuppr upgrades to. Kubernetes is left out where Cluster API manages the machines:
 * the control plane's own object holds its version.
 *
 * Its objects throw an Error where the definition's `system.apiAccess` does not let tuppr call the Talos API.
 */
export function tupprUpgrades(settings: TupprUpgradesSettings = {}): Component {
  return {
    name: 'tuppr-upgrades',
    namespace,
    objects: (cluster) => upgrades(cluster, settings),
    provides: [],
    requires: ['crd/tuppr.home-operations.com'],
    // no pods of its own: tuppr's run the upgrades
    podSecurity: 'restricted',
    traffic: {},
  };
}

function upgrades(cluster: ClusterFacts, settings: TupprUpgradesSettings): readonly JsonObject[] {
  expectTalosApi(cluster, tupprCaller);
  const { versions, machines } = cluster;
  const common = {
    healthChecks: (settings.healthChecks ?? [nodesReady]).map(({ timeout, ...check }) => ({
      ...check,
      timeout: timeout?.toGoString(),
    })),
    maintenance: settings.windows && {
      windows: settings.windows.map(({ duration, ...window }) => ({ ...window, duration: duration.toGoString() })),
    },
  };
  const talosUpgrade = upgrade(talos, {
    talos: { version: versions.talos },
    policy: { rebootMode: settings.rebootMode ?? 'default' },
    parallelism: settings.parallelism,
    ...common,
  });
  const kubernetesUpgrade = upgrade(kubernetes, { kubernetes: { version: versions.kubernetes }, ...common });
  return 'managedBy' in machines ? [talosUpgrade] : [talosUpgrade, kubernetesUpgrade];
}

/** Both kinds are cluster-scoped, and of the second tuppr's webhook lets in one. Source: tuppr, README */
function upgrade({ kind, name }: { readonly kind: string; readonly name: string }, spec: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name }, spec };
}
