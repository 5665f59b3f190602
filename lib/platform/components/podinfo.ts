import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export interface PodinfoSettings extends ChartSettings {
  /** @default - within the cluster only */
  readonly exposure?: Exposure;
}

const chart: HelmChart = { name: 'podinfo', version: '6.7.1', repository: 'oci://ghcr.io/stefanprodan/charts' };

// Source: stefanprodan/podinfo, charts/podinfo/values.yaml
const httpPort = 9898;

/** A small web application by which to see that a cluster works. */
export function podinfo(settings: PodinfoSettings = {}): Component {
  const name = 'podinfo';
  const namespace = 'demo';
  const route = exposed({ name, namespace }, settings.exposure, { service: name, port: httpPort });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues({ fullnameOverride: name }, settings.values),
    objects: () => route.objects,
    provides: [],
    requires: [...route.requires],
    health: () => [deployment(namespace, name)],
    traffic: { from: [{ peer: 'cluster', ports: [{ port: httpPort }] }] },
  };
}
