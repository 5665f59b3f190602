import type { Component, JsonObject } from '../../cluster';
import { volumeClaim, volumeRequires, type Volume } from '../volume';

export interface VictoriaLogsSettings {
  /** How many days of logs are kept. @default 30 */
  readonly retentionDays?: number;
  /** Where they are kept. @default - nowhere: a new pod starts empty */
  readonly volume?: Volume;
}

const name = 'victoria-logs';
const namespace = 'observability';

/** Port on which VictoriaLogs takes and gives logs. Source: VictoriaLogs `-httpListenAddr` */
const port = 9428;

/** Where VictoriaLogs answers inside the cluster, in parts. Source: VictoriaMetrics operator, names of Services */
export const victoriaLogsServer = { host: `vlsingle-${name}.${namespace}.svc`, port } as const;

/** The same as a URL. */
export const victoriaLogsUrl = `http://${victoriaLogsServer.host}:${String(port)}`;

/** VictoriaLogs as one server, which the operator of the VictoriaMetrics stack runs. */
export function victoriaLogs(settings: VictoriaLogsSettings = {}): Component {
  return {
    name,
    namespace,
    objects: () => [server(settings)],
    provides: ['logs/victoria-logs'],
    requires: ['crd/operator.victoriametrics.com/VLSingle', ...volumeRequires(settings.volume)],
    health: () => [{ apiVersion, kind, namespace, name }],
    podSecurity: 'restricted',
    traffic: { from: [{ peer: 'cluster', ports: [{ port }] }] },
  };
}

const apiVersion = 'operator.victoriametrics.com/v1';
const kind = 'VLSingle';

function server({ retentionDays = 30, volume }: VictoriaLogsSettings): JsonObject {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec: {
      port: String(port),
      retentionPeriod: `${String(retentionDays)}d`,
      storage: volume && volumeClaim(volume),
      // runs as nobody, without capabilities
      useStrictSecurity: true,
    },
  };
}
