import { secret, type Component, type SecretRef } from '../../lib/cluster';
import { chartAt, deployment, exposed, mergeValues, type ChartSettings, type Exposure } from '../../lib/platform';

export interface StatusPageSettings extends ChartSettings {
  readonly exposure: Exposure;
  /** @default - the secret `status-page-token` */
  readonly token?: SecretRef;
}

const chart = { name: 'status-page', version: '2.4.1', repository: 'oci://registry.example.com/charts' };
const name = 'status-page';

/** A page that shows what works. A project of its own imports from `plinth` and `plinth/platform`. */
export function statusPage(settings: StatusPageSettings): Component {
  const { exposure, token = secret('status-page-token') } = settings;
  const route = exposed({ name, namespace: name }, exposure, { service: name, port: 80 });
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    values: (cluster) => mergeValues({ fullnameOverride: name, title: cluster.name, tokenFrom: name }, settings.values),
    objects: () => route.objects,
    secrets: () => [{ name, data: { token } }],
    provides: [],
    requires: [...route.requires],
    health: () => [deployment(name, name)],
    podSecurity: 'restricted',
    traffic: { to: [{ peer: 'internet', ports: [{ port: 443 }] }], from: [{ peer: 'cluster' }] },
  };
}
