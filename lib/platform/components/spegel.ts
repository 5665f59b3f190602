import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { daemonSet } from '../workload';

export interface SpegelSettings extends ChartSettings {
  /** Registries whose images nodes hand to each other, e.g. `https://docker.io`. @default - every registry */
  readonly registries?: readonly string[];
}

const chart: HelmChart = { name: 'spegel', version: '0.6.0', repository: 'oci://ghcr.io/spegel-org/helm-charts' };

/**
 * Images from the node next door instead of a registry.
 *
 * Its values throw an Error on a cluster whose nodes do not keep image layers: there is nothing to hand over.
 */
export function spegel(settings: SpegelSettings = {}): Component {
  return {
    name: chart.name,
    namespace: chart.name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    provides: ['image-mirror'],
    requires: ['cni'],
    health: () => [daemonSet(chart.name, chart.name)],
    // it writes the mirror configuration of containerd on the node
    podSecurity: 'privileged',
  };
}

// keys: spegel-org/spegel, charts/spegel/values.yaml
function ownValues({ id, system, network }: ClusterFacts, { registries }: SpegelSettings): JsonObject {
  if (!system.keepImageLayers) {
    throw new Error(
      `${id}: spegel serves the layers of images, got nodes that discard them; set keepImageLayers of talos()`,
    );
  }
  return {
    // names that do not change with the name of the release
    fullnameOverride: chart.name,
    clusterDomain: `${network.dnsDomain}.`,
    spegel: {
      // Source: Spegel documentation, "Getting started", Talos
      containerdRegistryConfigPath: '/etc/cri/conf.d/hosts',
      mirroredRegistries: registries === undefined ? undefined : [...registries],
    },
  };
}
