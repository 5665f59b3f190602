import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret, type JsonObject } from '../../lib/cluster';
import {
  fluentBit,
  openTelemetryCollectors,
  openTelemetryOperator,
  victoriaLogs,
  victoriaLogsUrl,
  victoriaMetricsStack,
} from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());

interface Collector extends JsonObject {
  readonly metadata: { readonly name: string };
  readonly spec: JsonObject & {
    readonly config: JsonObject & {
      readonly service: { readonly pipelines: Record<string, Record<string, string[]>> };
    };
  };
}

/** The collectors of a component, agent first. */
function collectorsOf(...settings: Parameters<typeof openTelemetryCollectors>): [Collector, Collector] {
  const objects = openTelemetryCollectors(...settings).objects?.(cluster) ?? [];
  return objects.filter(({ kind }) => kind === 'OpenTelemetryCollector') as [Collector, Collector];
}

describe('openTelemetryCollectors', () => {
  it('has an agent on each node and a gateway, whose configuration is an object', () => {
    const collectors = collectorsOf();
    expect(collectors.map(({ metadata, spec }) => [metadata.name, spec.mode])).toEqual([
      ['otel-agent', 'daemonset'],
      ['otel-gateway', 'deployment'],
    ]);
    expect(collectors.every(({ apiVersion }) => apiVersion === 'opentelemetry.io/v1beta1')).toBe(true);
    expect(collectors.every(({ spec }) => typeof spec.config === 'object')).toBe(true);
  });

  it('uses no component of the collector that it does not configure', () => {
    for (const { spec } of collectorsOf({ traces: { 'otlphttp/tempo': { endpoint: 'http://tempo.example.com' } } })) {
      for (const pipeline of Object.values(spec.config.service.pipelines)) {
        for (const part of ['receivers', 'processors', 'exporters']) {
          expect(Object.keys(spec.config[part] as JsonObject)).toEqual(expect.arrayContaining(pipeline[part]!));
        }
      }
    }
  });

  it('takes no signal that goes nowhere', () => {
    const pipelines = (...settings: Parameters<typeof openTelemetryCollectors>) =>
      collectorsOf(...settings).map(({ spec }) => Object.keys(spec.config.service.pipelines).sort());
    expect(pipelines()).toEqual([
      ['logs', 'metrics'],
      ['logs', 'metrics'],
    ]);
    const traces = { debug: {} };
    expect(pipelines({ metrics: {}, logs: {}, traces })).toEqual([['traces'], ['traces']]);
    expect(JSON.stringify(collectorsOf({ logs: {}, traces })[0].spec.config)).not.toContain('filelog');
  });

  it('waits for the stores that it sends to by default, and for no others', () => {
    expect(openTelemetryCollectors().requires).toEqual([
      'crd/opentelemetry.io/OpenTelemetryCollector',
      'metrics/victoria-metrics',
      'logs/victoria-logs',
    ]);
    expect(openTelemetryCollectors({ metrics: {}, logs: {} }).requires).toHaveLength(1);
    const provided = [openTelemetryOperator(), victoriaMetricsStack(), victoriaLogs()].flatMap((c) => c.provides);
    expect(provided).toEqual(
      expect.arrayContaining(['crd/opentelemetry.io', 'metrics/victoria-metrics', 'logs/victoria-logs']),
    );
  });

  it('mounts the logs of pods only to read them', () => {
    const mounts = (podLogs: boolean) => collectorsOf({ podLogs })[0].spec.volumeMounts;
    expect(mounts(true)).toEqual([{ name: 'pod-logs', mountPath: '/var/log/pods', readOnly: true }]);
    expect(mounts(false)).toBeUndefined();
  });
});

describe('victoriaLogs', () => {
  it('is an object of the operator, under the address that others send to', () => {
    const [server] = victoriaLogs({ volume: { size: GiB(20) }, retentionDays: 7 }).objects!(cluster);
    expect(server).toMatchObject({
      apiVersion: 'operator.victoriametrics.com/v1',
      kind: 'VLSingle',
      metadata: { name: 'victoria-logs', namespace: 'observability' },
      spec: { port: '9428', retentionPeriod: '7d', storage: { resources: { requests: { storage: '20Gi' } } } },
    });
    expect(victoriaLogsUrl).toBe('http://vlsingle-victoria-logs.observability.svc:9428');
  });
});

describe('fluentBit', () => {
  const config = (...settings: Parameters<typeof fluentBit>) =>
    (fluentBit(...settings).values?.(cluster) as { config: Record<string, string> }).config;

  it('reads what Talos has: files of the CRI and the audit log, no journal and no Docker', () => {
    const { inputs } = config();
    expect(inputs).toContain('Path /var/log/containers/*.log\n    multiline.parser cri\n');
    expect(inputs).toContain('Path /var/log/audit/kube/*.log\n');
    expect(inputs).not.toContain('systemd');
    expect(JSON.stringify(fluentBit().values?.(cluster).daemonSetVolumes)).toBe(
      '[{"name":"varlog","hostPath":{"path":"/var/log"}}]',
    );
    expect(config({ auditLog: false }).inputs).not.toContain('audit');
  });

  it('listens for Talos’s own services on the machine alone', () => {
    expect(config({ machineLogs: true }).inputs).toContain(
      'Name tcp\n    Alias machine\n    Listen 127.0.0.1\n    Port 5170\n',
    );
    expect(fluentBit({ machineLogs: true }).values?.(cluster).hostNetwork).toBe(true);
    expect(fluentBit().values?.(cluster)).not.toHaveProperty('hostNetwork');
  });

  it('sends to VictoriaLogs, or to where one says with secrets as variables', () => {
    expect(config().outputs).toContain('Host vlsingle-victoria-logs.observability.svc\n    Port 9428\n');
    const outputs = [{ Name: 'loki', Match: '*', http_passwd: '${PASSWORD}', tls: true }];
    const component = fluentBit({ outputs, secrets: { PASSWORD: secret('loki') } });
    expect(config({ outputs }).outputs).toBe(
      '[OUTPUT]\n    Name loki\n    Match *\n    http_passwd ${PASSWORD}\n    tls On\n',
    );
    expect(component.secrets?.(cluster)).toEqual([{ name: 'fluent-bit', data: { PASSWORD: { secret: 'loki' } } }]);
    expect(component.values?.(cluster)).toMatchObject({ envFrom: [{ secretRef: { name: 'fluent-bit' } }] });
    expect([component.requires, fluentBit().requires]).toEqual([[], ['logs/victoria-logs']]);
  });

  it('fails for a value that would become keys of its own', () => {
    expect(() => config({ outputs: [{ Name: 'http', Host: 'a\n    Match *' }] })).toThrow(
      /a value of Fluent Bit's Host has several lines, got "a\\n {4}Match \*"; write it on one line/,
    );
  });
});
