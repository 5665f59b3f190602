import { secret, type Component, type HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export interface ClickhouseOperatorSettings extends ChartSettings {
  /** Namespace that the operator runs in and watches: that of the clusters. @default 'clickhouse' */
  readonly namespace?: string;
}

const chart: HelmChart = {
  name: 'altinity-clickhouse-operator',
  version: '0.25.6',
  repository: 'https://helm.altinity.com',
};

/** Altinity's operator for ClickHouse and its Keeper; the clusters are components of their own, see `clickhouse()`. */
export function clickhouseOperator(settings: ClickhouseOperatorSettings = {}): Component {
  const { namespace = 'clickhouse' } = settings;
  const name = 'clickhouse-operator';
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // keys: Altinity/clickhouse-operator, deploy/helm/clickhouse-operator/README.md
    values: () =>
      mergeValues(
        {
          fullnameOverride: name,
          // the chart would write a password that everybody knows
          secret: { create: false },
          // the CRDs come with the chart; the hook would fetch an image of no fixed version
          crdHook: { enabled: false },
        },
        settings.values,
      ),
    // by this user the operator asks the databases how they are
    secrets: () => [
      { name, data: { username: 'clickhouse_operator', password: secret('clickhouse-operator-password') } },
    ],
    provides: ['crd/clickhouse.altinity.com', 'crd/clickhouse-keeper.altinity.com'],
    requires: [],
    health: () => [deployment(namespace, name)],
    traffic: { to: [{ peer: 'kube-apiserver' }, { peer: 'cluster', ports: [{ port: 8123 }, { port: 9000 }] }] },
  };
}
