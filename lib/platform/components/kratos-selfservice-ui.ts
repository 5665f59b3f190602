import { secret, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed, publicUrl } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';
import { hydraAdminUrl } from './hydra';

export interface KratosSelfserviceUiSettings extends ChartSettings {
  /** Namespace of Kratos, and its own. @default 'identity' */
  readonly namespace?: string;
  readonly exposure: Exposure;
  /** Where browsers reach the public endpoint of `kratos()`, e.g. `https://kratos.example.com`. */
  readonly kratosUrl: string;
  /** What the pages call themselves. @default - the name of the cluster */
  readonly title?: string;
  /** Answer the login and consent requests of `hydra()` in the same namespace. @default true */
  readonly hydra?: boolean;
}

const chart: HelmChart = {
  name: 'kratos-selfservice-ui-node',
  version: '0.60.1',
  repository: 'https://k8s.ory.sh/helm/charts',
};

/** Ory's pages for Kratos: login, registration, recovery, settings, and the consent of Hydra. */
export function kratosSelfserviceUi(settings: KratosSelfserviceUiSettings): Component {
  const { namespace = 'identity', exposure } = settings;
  const name = 'kratos-selfservice-ui';
  const route = exposed({ name, namespace }, exposure, { service: name, port: 80 });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) =>
      mergeValues(ownValues(name, namespace, settings.title ?? cluster.name, settings), settings.values),
    objects: () => route.objects,
    secrets: () => [
      {
        name,
        data: {
          secretsCookie: secret('kratos-ui-cookie-secret'),
          secretsCSRFCookie: secret('kratos-ui-csrf-secret'),
        },
      },
    ],
    provides: [],
    requires: ['kratos', ...(settings.hydra === false ? [] : ['hydra']), ...route.requires],
    health: () => [deployment(namespace, name)],
    // its peers stand in its own namespace
    traffic: { from: [{ peer: 'cluster', ports: [{ port: 3000 }] }] },
  };
}

// keys: ory/k8s, helm/charts/kratos-selfservice-ui-node/values.yaml and templates
function ownValues(
  name: string,
  namespace: string,
  projectName: string,
  { exposure, kratosUrl, hydra }: KratosSelfserviceUiSettings,
): JsonObject {
  return {
    fullnameOverride: name,
    projectName,
    baseUrl: publicUrl(exposure),
    kratosBrowserUrl: kratosUrl,
    kratosPublicUrl: `http://kratos-public.${namespace}.svc`,
    kratosAdminUrl: `http://kratos-admin.${namespace}.svc`,
    // the prefix binds the cookie to this very host
    config: { csrfCookieName: `__Host-${new URL(publicUrl(exposure)).hostname}` },
    secret: { enabled: false, nameOverride: name },
    deployment:
      hydra === false ? undefined : { extraEnv: [{ name: 'HYDRA_ADMIN_URL', value: hydraAdminUrl(namespace) }] },
  };
}
