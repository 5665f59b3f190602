import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, talos, type Component, type TalosDocumentEntry } from '../../lib/cluster';
import { controllerManager, etcd, scheduler } from '../../lib/talos';
import { kubePrometheusStack, victoriaMetricsStack } from '../../lib/platform';
import { definition } from '../support/definition';

const clusterWith = (...controlPlanes: TalosDocumentEntry[]) =>
  defineCluster({ ...definition(), system: talos({ documents: { controlPlanes } }) });

const stacks: readonly [string, (settings?: Parameters<typeof kubePrometheusStack>[0]) => Component][] = [
  ['kubePrometheusStack', kubePrometheusStack],
  ['victoriaMetricsStack', victoriaMetricsStack as typeof kubePrometheusStack],
];

describe.each(stacks)('%s', (_name, stack) => {
  it('does not ask what Talos binds to the machine', () => {
    const loopback = { cluster: { scheduler: { extraArgs: { 'bind-address': '127.0.0.1' } } } };
    for (const cluster of [clusterWith(), clusterWith(loopback)]) {
      expect(stack().values?.(cluster)).toMatchObject({
        kubeEtcd: { enabled: false },
        kubeScheduler: { enabled: false },
        kubeControllerManager: { enabled: false },
        kubeProxy: { enabled: false },
      });
    }
  });

  it('asks etcd where the definition opens it, on the machines of the API server', () => {
    const cluster = clusterWith(
      etcd({ extraArgs: { 'listen-metrics-urls': 'http://127.0.0.1:2381,http://0.0.0.0:9381' } }),
    );
    const selector = { component: 'kube-apiserver' };
    expect(stack().values?.(cluster)).toMatchObject({
      kubeEtcd: { enabled: true, service: { port: 9381, targetPort: 9381, selector } },
      kubeScheduler: { enabled: false },
    });
  });

  it.each([
    ['documents of their own', (open) => [scheduler(open), controllerManager(open)]],
    ['a patch of the main document', (open) => [{ cluster: { scheduler: open, controllerManager: open } }]],
  ] satisfies [string, (open: { extraArgs: Record<string, string> }) => TalosDocumentEntry[]][])(
    'asks scheduler and controller manager where %s open them',
    (_form, documents) => {
      const cluster = clusterWith(...documents({ extraArgs: { 'bind-address': '0.0.0.0' } }));
      expect(stack().values?.(cluster)).toMatchObject({
        kubeScheduler: { enabled: true },
        kubeControllerManager: { enabled: true },
      });
    },
  );

  it('keeps data on the volume that one names, and waits for its storage class', () => {
    const component = stack({ volume: { size: GiB(50), storageClass: 'fast' }, retentionDays: 7 });
    const text = JSON.stringify(component.values?.(clusterWith()));
    expect(text).toContain(
      '"storageClassName":"fast","accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"50Gi"}}',
    );
    expect(text).toContain('"7d"');
    expect(component.requires).toContain('storage-class/fast');
    expect(stack().requires).toEqual(['crd/cert-manager.io']);
  });

  it('names its objects itself, short enough for a label and the same under every engine', () => {
    const { fullnameOverride } = stack().values!(clusterWith()) as { fullnameOverride: string };
    expect(fullnameOverride.length).toBeLessThanOrEqual(26);
    expect(stack().podSecurity).toBe('privileged');
  });
});
