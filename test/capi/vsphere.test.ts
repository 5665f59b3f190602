import { describe, expect, it } from 'vitest';
import {
  clusterObject,
  deploymentsOf,
  hetznerClusterObject,
  ipPoolObject,
  machineDeploymentObject,
  managedPatches,
  talosControlPlaneObject,
  vsphereClusterIdentityObject,
  vsphereClusterObject,
  vsphereDeploymentZoneObject,
  vsphereFailureDomainObject,
  vsphereMachineTemplateObject,
} from '../../lib/capi';
import { GiB, isManaged, vsphere, type Cluster } from '../../lib/cluster';
import { fixedCluster } from '../support/clusters-capi';
import { hetznerManaged, newProviders, vsphereManaged, vspherePools, zones } from '../support/clusters-capi-pools';

const small = { cpus: 2, memory: GiB(4), disk: GiB(20) };

describe('VSphereCluster', () => {
  it('has the shared address of the control plane as its endpoint', () => {
    expect(vsphereClusterObject(vsphereManaged()).spec).toEqual({
      server: 'vcenter.example.com',
      thumbprint: 'AA:BB:CC',
      controlPlaneEndpoint: { host: '192.0.2.10', port: 6443 },
      identityRef: { kind: 'Secret', name: 'vsphere-credentials' },
      failureDomainSelector: undefined,
    });
    expect(clusterObject(vsphereManaged()).spec).toMatchObject({
      infrastructureRef: { kind: 'VSphereCluster', name: 'fleet' },
    });
  });

  it('logs in by an identity of its own where others share the credentials', () => {
    const cluster = vsphereManaged({ identity: 'cluster-identity' });
    expect(vsphereClusterObject(cluster).spec).toMatchObject({
      identityRef: { kind: 'VSphereClusterIdentity', name: 'fleet' },
    });
    const identity = vsphereClusterIdentityObject(cluster);
    expect(identity.metadata).toEqual({ name: 'fleet' });
    expect(identity.spec).toEqual({
      secretName: 'vsphere-credentials',
      allowedNamespaces: { selector: { matchLabels: { 'kubernetes.io/metadata.name': 'default' } } },
    });
  });

  it('fails for machines that Terraform makes, and for those of another infrastructure', () => {
    expect(() => vsphereClusterObject(fixedCluster())).toThrow('not managed by Cluster API, got vsphere');
    expect(() => vsphereClusterObject(hetznerManaged())).toThrow('got hetzner; use vsphere({ …, managedBy })');
    expect(() => hetznerClusterObject(vsphereManaged())).toThrow('got vsphere-cluster-api; use hetzner({ … })');
  });
});

describe('VSphereMachineTemplate', () => {
  const device = (cluster: Cluster) =>
    (
      vsphereMachineTemplateObject(cluster).spec as unknown as {
        template: { spec: { network: { devices: object[] } } };
      }
    ).template.spec.network.devices[0];

  it('is a full clone of the Talos template with the hardware of the pool', () => {
    expect(vsphereMachineTemplateObject(vsphereManaged()).spec).toMatchObject({
      template: {
        spec: {
          template: 'talos-v1.12.2',
          cloneMode: 'fullClone',
          numCPUs: 4,
          memoryMiB: 8192,
          diskGiB: 80,
          resourcePool: 'compute-1/Resources',
        },
      },
    });
  });

  it('takes its address by DHCP, or from the pool', () => {
    expect(device(vsphereManaged())).toEqual({ networkName: 'talos-nodes', dhcp4: true });
    expect(device(vsphereManaged({ ipam: 'v1.0.3' }))).toEqual({
      networkName: 'talos-nodes',
      dhcp4: false,
      addressesFromPools: [{ apiGroup: 'ipam.cluster.x-k8s.io', kind: 'InClusterIPPool', name: 'fleet' }],
      gateway4: '192.0.2.1',
    });
  });

  it('does not say what the cluster says, so that a new certificate of the server replaces no machine', () => {
    expect(JSON.stringify(vsphereMachineTemplateObject(vsphereManaged()))).not.toMatch(/AA:BB|vcenter/);
  });
});

describe('the pool of addresses', () => {
  it('holds the ranges of the definition in the node network', () => {
    expect(ipPoolObject(vsphereManaged({ ipam: 'v1.0.3' }))).toEqual({
      apiVersion: 'ipam.cluster.x-k8s.io/v1alpha2',
      kind: 'InClusterIPPool',
      metadata: { name: 'fleet', namespace: 'default' },
      spec: { addresses: ['192.0.2.50-192.0.2.99'], prefix: 24, gateway: '192.0.2.1' },
    });
  });

  it('fails where addresses come from DHCP', () => {
    expect(() => ipPoolObject(vsphereManaged())).toThrow('prod/fleet has no pool of addresses, got dhcp');
  });
});

describe('zones', () => {
  const cluster = vsphereManaged({
    zones,
    providers: newProviders,
    vsphere: 'v1.16.1',
    pools: { control: vspherePools.control, edge: vsphere.worker({ ...small, count: 3, zone: ['a', 'b'] }) },
  });

  it('are failure domains by tags, named by their content, and deployment zones that keep their name', () => {
    const domain = vsphereFailureDomainObject(cluster, 'a');
    expect(domain.metadata.name).toMatch(/^fleet-a-[0-9a-f]{8}$/);
    expect(domain.spec).toMatchObject({
      region: { type: 'Datacenter', name: 'south', tagCategory: 'region' },
      zone: { type: 'ComputeCluster', name: 'south-a', tagCategory: 'zone' },
      topology: { datacenter: 'dc-1', computeCluster: 'compute-a', datastore: 'vsan-1', networks: ['talos-nodes'] },
    });
    expect(vsphereDeploymentZoneObject(cluster, 'a')).toMatchObject({
      metadata: { name: 'fleet-a' },
      spec: {
        failureDomain: domain.metadata.name,
        server: 'vcenter.example.com',
        placementConstraint: { resourcePool: 'compute-a/Resources', folder: 'talos' },
      },
    });
  });

  it('may be groups of hosts in one compute cluster', () => {
    expect(vsphereFailureDomainObject(cluster, 'b').spec).toMatchObject({
      region: { type: 'ComputeCluster' },
      zone: { type: 'HostGroup' },
      topology: { computeCluster: 'compute-1', hosts: { hostGroupName: 'hosts-b', vmGroupName: 'vms-b' } },
    });
  });

  it('are shown to the control plane only where it may stand', () => {
    const { failureDomainSelector } = vsphereClusterObject(cluster).spec as {
      failureDomainSelector: { matchLabels: Record<string, string> };
    };
    const labelsOf = (zone: string) => vsphereDeploymentZoneObject(cluster, zone).metadata.labels;
    expect(labelsOf('a')).toEqual(failureDomainSelector.matchLabels);
    expect(labelsOf('b')).toBeUndefined();
  });

  it('take an even share of the workers that name them', () => {
    if (!isManaged(cluster)) throw new Error('not managed');
    const pool = cluster.pools.find(({ name }) => name === 'edge')!;
    const specs = deploymentsOf(cluster, pool).map((deployment) => machineDeploymentObject(cluster, pool, deployment));
    expect(specs).toMatchObject([
      { metadata: { name: 'fleet-edge-a' }, spec: { replicas: 2, template: { spec: { failureDomain: 'fleet-a' } } } },
      { metadata: { name: 'fleet-edge-b' }, spec: { replicas: 1, template: { spec: { failureDomain: 'fleet-b' } } } },
    ]);
  });

  it('fail where none has the name', () => {
    expect(() => vsphereFailureDomainObject(cluster, 'c')).toThrow('unknown zone, got c; name one of a, b');
  });
});

describe('the rollout trigger', () => {
  it('is an annotation of the control plane, whose change replaces its machines', () => {
    const text = (rolloutTrigger: string) =>
      JSON.stringify(talosControlPlaneObject(vsphereManaged({ rolloutTrigger })));
    expect(text('first')).toContain('rollout-trigger: first');
    expect(text('second').replace('second', 'first')).toBe(text('first'));
  });
});

describe('the shared address', () => {
  const patch = (cluster: Cluster, name: string) => {
    if (!isManaged(cluster)) throw new Error('not managed');
    return managedPatches(
      cluster,
      cluster.pools.find((pool) => pool.name === name)!,
    ).find((candidate) => candidate.name === 'shared-address')?.documents;
  };

  it('is moved between control planes by Talos, on the one link that they have', () => {
    expect(patch(vsphereManaged(), 'control')).toEqual([
      { machine: { network: { interfaces: [{ deviceSelector: { physical: true }, vip: { ip: '192.0.2.10' } }] } } },
    ]);
    expect(patch(vsphereManaged(), 'web')).toBeUndefined();
    expect(patch(hetznerManaged(), 'control')).toBeUndefined();
  });

  it('is a document of its own from contract 1.14 on', () => {
    const cluster = vsphereManaged({
      versions: { kubernetes: 'v1.35.0', talos: 'v1.14.0' },
      providers: { ...newProviders, talosBootstrap: 'v0.7.0' },
    });
    expect(patch(cluster, 'control')?.map(({ kind }) => kind)).toEqual(['LinkAliasConfig', 'Layer2VIPConfig']);
  });
});
