import { describe, expect, it } from 'vitest';
import {
  apiVersions,
  clusterObject,
  deploymentsOf,
  machineDeploymentObject,
  machineHealthCheckObject,
  talosControlPlaneObject,
  workerPools,
} from '../../lib/capi';
import { isManaged, type Cluster, type MachinePool, type ManagedCluster } from '../../lib/cluster';
import { hetznerManaged, newProviders, oldProviders, vsphereManaged } from '../support/clusters-capi-pools';

function managed(cluster: Cluster): ManagedCluster {
  if (!isManaged(cluster)) throw new Error('not managed');
  return cluster;
}

const old = managed(hetznerManaged({ reboot: true }));
const now = managed(hetznerManaged({ reboot: true, providers: newProviders }));

function pool(cluster: ManagedCluster, name: string): MachinePool {
  return cluster.pools.find((candidate) => candidate.name === name)!;
}

function deployment(cluster: ManagedCluster, name: string) {
  const of = pool(cluster, name);
  return machineDeploymentObject(cluster, of, deploymentsOf(cluster, of)[0]!);
}

describe('API versions', () => {
  const of = (cluster: Cluster) => {
    const { cluster: core, addons, helm, infrastructure, bootstrap, controlPlane } = apiVersions(managed(cluster));
    return [core, addons, helm, infrastructure, bootstrap, controlPlane].map((version) =>
      version.replace(/[.][^/]*[/]/, ' '),
    );
  };

  it.each([
    [
      'Hetzner before 1.11',
      hetznerManaged(),
      [
        'cluster v1beta1',
        'addons v1beta1',
        'addons v1alpha1',
        'infrastructure v1beta1',
        'bootstrap v1alpha3',
        'controlplane v1alpha3',
      ],
    ],
    [
      'Hetzner since 1.11',
      hetznerManaged({ providers: newProviders }),
      [
        'cluster v1beta2',
        'addons v1beta2',
        'addons v1alpha1',
        'infrastructure v1beta1',
        'bootstrap v1alpha3',
        'controlplane v1alpha3',
      ],
    ],
    [
      'the bootstrap provider 0.7',
      hetznerManaged({ providers: { ...newProviders, talosBootstrap: 'v0.7.0' } }),
      [
        'cluster v1beta2',
        'addons v1beta2',
        'addons v1alpha1',
        'infrastructure v1beta1',
        'bootstrap v1beta1',
        'controlplane v1alpha3',
      ],
    ],
    [
      'vSphere 1.13',
      vsphereManaged({ providers: newProviders }),
      [
        'cluster v1beta2',
        'addons v1beta2',
        'addons v1alpha1',
        'infrastructure v1beta1',
        'bootstrap v1alpha3',
        'controlplane v1alpha3',
      ],
    ],
    [
      'vSphere 1.16',
      vsphereManaged({ providers: newProviders, vsphere: 'v1.16.1' }),
      [
        'cluster v1beta2',
        'addons v1beta2',
        'addons v1alpha1',
        'infrastructure v1beta2',
        'bootstrap v1alpha3',
        'controlplane v1alpha3',
      ],
    ],
  ])('are those that the providers serve: %s', (_name, cluster, expected) => {
    expect(of(cluster)).toEqual(expected);
  });
});

describe('references', () => {
  it('name the version in v1beta1 and the group in v1beta2', () => {
    expect(clusterObject(old).spec).toMatchObject({
      infrastructureRef: {
        apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
        kind: 'HetznerCluster',
        name: 'fleet',
      },
    });
    expect((clusterObject(now).spec as { infrastructureRef: object }).infrastructureRef).toEqual({
      apiGroup: 'infrastructure.cluster.x-k8s.io',
      kind: 'HetznerCluster',
      name: 'fleet',
    });
  });

  it('of the control plane and of remediation name the version under every contract', () => {
    for (const cluster of [old, now]) {
      expect(talosControlPlaneObject(cluster).spec).toMatchObject({
        infrastructureTemplate: {
          apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
          kind: 'HCloudMachineTemplate',
        },
      });
    }
    const template = {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'HCloudRemediationTemplate',
      name: 'fleet-control-reboot',
    };
    expect(machineHealthCheckObject(old).spec).toMatchObject({ remediationTemplate: template });
    expect(machineHealthCheckObject(now).spec).toMatchObject({ remediation: { templateRef: template } });
  });
});

describe('fields that moved', () => {
  it('are durations as text in v1beta1 and whole seconds in v1beta2', () => {
    expect(deployment(old, 'web').spec).toMatchObject({ template: { spec: { nodeDrainTimeout: '10m0s' } } });
    expect(deployment(now, 'web').spec).toMatchObject({
      template: { spec: { deletion: { nodeDrainTimeoutSeconds: 600 } } },
    });
    expect(machineHealthCheckObject(now).spec).toMatchObject({
      checks: {
        nodeStartupTimeoutSeconds: 900,
        unhealthyNodeConditions: [
          { type: 'Ready', status: 'False', timeoutSeconds: 300 },
          { type: 'Ready', status: 'Unknown', timeoutSeconds: 300 },
        ],
      },
      remediation: { triggerIf: { unhealthyLessThanOrEqualTo: 1 } },
    });
  });

  it('are the rollout strategy of a deployment', () => {
    const rolling = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };
    expect(deployment(old, 'web').spec).toMatchObject({ strategy: rolling });
    expect(deployment(now, 'web').spec).toMatchObject({ rollout: { strategy: rolling } });
    expect(deployment(old, 'batch').spec).toMatchObject({ strategy: { type: 'OnDelete' } });
    expect(deployment(now, 'batch').spec).toMatchObject({ rollout: { strategy: { type: 'OnDelete' } } });
  });

  it('leave nothing of the other version behind', () => {
    const text = (cluster: ManagedCluster) =>
      JSON.stringify([
        ...workerPools(cluster).map(({ name }) => deployment(cluster, name)),
        ...cluster.pools.map((of) => machineHealthCheckObject(cluster, of)),
      ]);
    expect(text(old)).not.toMatch(/apiGroup|Seconds|"checks"|"rollout"|"deletion"/);
    expect(text(now)).not.toMatch(
      /nodeDrainTimeout"|maxUnhealthy|unhealthyConditions|"strategy":\{"type":"OnDelete"\},"template"/,
    );
  });
});

describe('a template', () => {
  it('keeps its name across the versions of Cluster API, so that an upgrade of the providers replaces no machine', () => {
    const names = (cluster: Cluster) =>
      managed(cluster).pools.map((of) =>
        JSON.stringify(of.role === 'worker' ? deployment(managed(cluster), of.name).spec : {}).match(
          /fleet-\w+-[0-9a-f]{8}/g,
        ),
      );
    expect(names(hetznerManaged({ providers: newProviders }))).toEqual(
      names(hetznerManaged({ providers: oldProviders })),
    );
    expect(names(vsphereManaged({ providers: newProviders, vsphere: 'v1.16.1' }))).toEqual(names(vsphereManaged()));
  });
});
