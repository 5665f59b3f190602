import { Chart, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { DeadlockResolver, deadlockResolver } from '../../lib/capi';
import { defineCluster, Duration, stage } from '../../lib/cluster';
import { hetznerDefinition } from '../support/definition';

const image = 'registry.example.com/resolver:1.0.0';

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly rules?: readonly { readonly resources: string[]; readonly verbs: string[] }[];
  readonly subjects?: readonly object[];
  readonly roleRef?: object;
  readonly spec?: {
    readonly replicas: number;
    readonly template: { readonly spec: { readonly containers: readonly { image: string; env: object[] }[] } };
  };
}

function synth(change: Partial<ConstructorParameters<typeof DeadlockResolver>[2]> = {}): Map<string, Written> {
  const chart = new Chart(Testing.app(), 'mine');
  new DeadlockResolver(chart, 'resolver', { image, clusters: ['edge'], ...change });
  return new Map((Testing.synth(chart) as Written[]).map((object) => [object.kind, object]));
}

describe('the deadlock resolver', () => {
  it('is a Deployment of one pod with its settings as environment', () => {
    const objects = synth({ pollInterval: Duration.seconds(5), stuckThreshold: Duration.minutes(3), dryRun: true });
    expect([...objects.keys()].sort()).toEqual(['Deployment', 'Role', 'RoleBinding', 'ServiceAccount']);
    const { spec, metadata } = objects.get('Deployment')!;
    expect(metadata).toMatchObject({ name: 'cacppt-deadlock-resolver', namespace: 'cacppt-system' });
    expect(spec?.replicas).toBe(1);
    expect(spec?.template.spec.containers[0]).toMatchObject({
      image,
      env: [
        { name: 'POLL_INTERVAL', value: '5' },
        { name: 'STUCK_THRESHOLD', value: '180' },
        { name: 'DRY_RUN', value: 'true' },
      ],
    });
  });

  it('looks every 20 seconds for what stands still for two minutes, unless told otherwise', () => {
    expect(synth().get('Deployment')?.spec?.template.spec.containers[0]?.env).toEqual([
      { name: 'POLL_INTERVAL', value: '20' },
      { name: 'STUCK_THRESHOLD', value: '120' },
      { name: 'DRY_RUN', value: 'false' },
    ]);
  });

  it('may delete machines and read the credentials of its clusters, in their namespace alone', () => {
    const objects = synth({ clusterNamespace: 'fleet', clusters: ['edge', 'core'] });
    const { rules, metadata } = objects.get('Role')!;
    expect(metadata.namespace).toBe('fleet');
    expect(rules).toMatchObject([
      { resources: ['taloscontrolplanes'], verbs: ['get', 'list', 'watch'] },
      { resources: ['machines'], verbs: ['get', 'list', 'watch', 'delete'] },
      { resources: ['secrets'], verbs: ['get'], resourceNames: ['edge-talosconfig'] },
      { resources: ['secrets'], verbs: ['get'], resourceNames: ['core-talosconfig'] },
    ]);
    expect(objects.get('RoleBinding')).toMatchObject({
      metadata: { namespace: 'fleet' },
      subjects: [{ kind: 'ServiceAccount', name: 'cacppt-deadlock-resolver', namespace: 'cacppt-system' }],
      roleRef: { kind: 'Role', name: 'cacppt-deadlock-resolver' },
    });
  });
});

describe('the component', () => {
  const cluster = defineCluster({ ...hetznerDefinition(), platform: [stage('fix', deadlockResolver({ image }))] });

  it('makes the same objects each time, for the cluster that it stands in', () => {
    const { objects } = deadlockResolver({ image });
    expect(objects?.(cluster)).toEqual(objects?.(cluster));
    expect(JSON.stringify(objects?.(cluster))).toContain('edge-talosconfig');
    expect(objects?.(cluster)).toHaveLength(4);
  });

  it('takes a chart instead, with the settings as its environment', () => {
    const chart = { name: 'resolver', version: '1.0.0', repository: 'oci://registry.example.com/charts' };
    const component = deadlockResolver({ chart, dryRun: true, values: { replicaCount: 1 } });
    expect(component.chart).toEqual(chart);
    expect(component.objects).toBeUndefined();
    expect(component.values?.(cluster)).toEqual({
      replicaCount: 1,
      env: { POLL_INTERVAL: '20', STUCK_THRESHOLD: '120', DRY_RUN: 'true' },
    });
  });
});
