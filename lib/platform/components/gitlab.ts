import { GiB, secret, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { volumeRequires, type Volume } from '../volume';
import { deployment } from '../workload';

export interface GitlabSettings extends ChartSettings {
  /** @default 'gitlab' */
  readonly namespace?: string;
  /** The web pages, Git over https included. */
  readonly exposure: Exposure;
  /** Repositories. @default - 50 GiB of the default storage class */
  readonly repositories?: Volume;
  /** What the parts that the chart brings, PostgreSQL, Redis and MinIO, keep their data on. @default - the default storage class */
  readonly storageClass?: string;
  /** The container registry. @default false */
  readonly registry?: boolean;
}

const chart: HelmChart = { name: 'gitlab', version: '9.5.2', repository: 'https://charts.gitlab.io' };

/**
 * GitLab with the PostgreSQL, Redis and MinIO of its own chart: it stands before the platform's databases, so it depends on
 * none of them.
 */
export function gitlab(settings: GitlabSettings): Component {
  const { namespace = 'gitlab', repositories = { size: GiB(50) } } = settings;
  const name = 'gitlab';
  // the parts of the chart know each other by the name of the release, so it must be that of the component
  const web = `${name}-webservice-default`;
  // 8181 is the port of Workhorse, 8080 that of the application behind it
  const route = exposed({ name, namespace }, settings.exposure, { service: web, port: 8181 });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings, repositories), settings.values),
    objects: () => route.objects,
    secrets: () => [{ name: rootPassword, data: { password: secret('gitlab-root-password') } }],
    provides: ['git-server'],
    requires: [
      ...new Set([
        ...volumeRequires(repositories),
        ...(settings.storageClass === undefined ? [] : [`storage-class/${settings.storageClass}`]),
      ]),
      ...route.requires,
    ],
    health: () => [deployment(namespace, web)],
  };
}

const rootPassword = 'gitlab-initial-root-password';

// keys: gitlab-org/charts/gitlab, doc/installation/command-line-options.md and doc/charts/globals.md
function ownValues({ exposure, registry = false, storageClass }: GitlabSettings, repositories: Volume): JsonObject {
  const [host] = exposure.hosts;
  const persistence = storageClass === undefined ? undefined : { storageClass };
  return {
    global: {
      edition: 'ce',
      hosts: { domain: host.split('.').slice(1).join('.'), https: true, gitlab: { name: host } },
      // routes are the platform's own, certificates its gateway's
      ingress: { enabled: false, configureCertmanager: false, tls: { enabled: false } },
      initialRootPassword: { secret: rootPassword, key: 'password' },
    },
    installCertmanager: false,
    'nginx-ingress': { enabled: false },
    prometheus: { install: false },
    'gitlab-runner': { install: false },
    registry: { enabled: registry },
    gitlab: {
      gitaly: {
        persistence: { size: repositories.size.toQuantity(), storageClass: repositories.storageClass ?? storageClass },
      },
    },
    postgresql: persistence === undefined ? undefined : { primary: { persistence } },
    redis: persistence === undefined ? undefined : { master: { persistence } },
    minio: persistence === undefined ? undefined : { persistence },
  };
}
