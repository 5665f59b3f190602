import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface ReloaderSettings extends ChartSettings {
  /** Restart every workload whose Secrets or ConfigMaps change, not only those that ask by annotation. @default false */
  readonly all?: boolean;
  /**
   * How a restart is brought about: by an annotation, which a GitOps engine does not take for drift, or by an environment
   * variable. @default 'annotations'
   */
  readonly strategy?: 'annotations' | 'env-vars';
}

const chart: HelmChart = { name: 'reloader', version: '2.2.11', repository: 'oci://ghcr.io/stakater/charts' };

/** Restarts workloads when a Secret or ConfigMap that they read changes. */
export function reloader(settings: ReloaderSettings = {}): Component {
  return {
    name: chart.name,
    namespace: chart.name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: ['reloader'],
    requires: [],
    health: () => deployments(chart.name, chart.name),
    podSecurity: 'restricted',
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}

// keys: stakater/Reloader, deployments/kubernetes/chart/reloader/values.yaml
function ownValues({ all = false, strategy = 'annotations' }: ReloaderSettings): JsonObject {
  return {
    // names that do not change with the name of the release
    fullnameOverride: chart.name,
    reloader: {
      autoReloadAll: all,
      reloadStrategy: strategy,
      readOnlyRootFileSystem: true,
      deployment: {
        securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
        containerSecurityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    },
  };
}
