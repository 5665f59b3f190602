import { describe, expect, it } from 'vitest';
import { clusterObject, hetznerClusterObject, machineHealthCheckObject } from '../../lib/capi';
import { defineCluster, Duration } from '../../lib/cluster';
import { emitValue, parseDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster } from '../support/clusters-capi';
import { hetznerDefinition } from '../support/definition';

/** What a reader of the file sees: members that are not set are gone. */
const written = (value: unknown) => parseDocuments(emitValue(value))[0];

describe('Cluster', () => {
  it('takes its networks from the definition', () => {
    expect(clusterObject(managedCluster({ pods: '10.10.0.0/18' })).spec).toMatchObject({
      clusterNetwork: { pods: { cidrBlocks: ['10.10.0.0/18'] }, services: { cidrBlocks: ['10.10.96.0/20'] } },
    });
  });

  it('refers to its control plane and its infrastructure', () => {
    expect(clusterObject(managedCluster()).spec).toMatchObject({
      controlPlaneRef: { kind: 'TalosControlPlane', name: 'k8s-control-plane' },
      infrastructureRef: { kind: 'HetznerCluster', name: 'k8s' },
    });
  });

  it('fails for machines that Cluster API does not make', () => {
    expect(() => clusterObject(fixedCluster())).toThrow('not managed by Cluster API, got vsphere');
  });
});

describe('HetznerCluster', () => {
  it('names the host of the endpoint only where its address is known', () => {
    expect(written(hetznerClusterObject(managedCluster()))).toMatchObject({
      spec: { controlPlaneEndpoint: { host: '203.0.113.27', port: 6443 } },
    });
    const { spec } = written(hetznerClusterObject(managedCluster({ address: null }))) as { spec: object };
    expect(spec).toMatchObject({ controlPlaneEndpoint: { port: 6443 } });
    expect(JSON.stringify(spec)).not.toContain('host');
  });

  it('balances the API and the Talos API in the location of the control plane', () => {
    expect(hetznerClusterObject(managedCluster()).spec).toMatchObject({
      controlPlaneRegions: ['nbg1'],
      controlPlaneLoadBalancer: {
        region: 'nbg1',
        port: 6443,
        extraServices: [{ protocol: 'tcp', listenPort: 50000, destinationPort: 50000 }],
      },
    });
  });

  it('reads the token by the name of its reference', () => {
    expect(hetznerClusterObject(managedCluster()).spec).toMatchObject({
      hetznerSecretRef: { name: 'hetzner', key: { hcloudToken: 'hcloud-token' } },
    });
  });
});

describe('MachineHealthCheck', () => {
  it("writes durations in the controller's own form", () => {
    expect(machineHealthCheckObject(managedCluster()).spec).toMatchObject({
      nodeStartupTimeout: '15m0s',
      unhealthyConditions: [
        { type: 'Ready', status: 'False', timeout: '5m0s' },
        { type: 'Ready', status: 'Unknown', timeout: '5m0s' },
      ],
      selector: { matchLabels: { 'cluster.x-k8s.io/control-plane-name': 'k8s-control-plane' } },
    });
  });

  it('takes its patience from the definition', () => {
    const definition = hetznerDefinition();
    const machines = structuredClone(definition.machines);
    if (machines.kind !== 'hetzner') throw new Error('not a Hetzner definition');
    machines.managedBy.healthCheck = { nodeStartupTimeout: Duration.hours(1), maxUnhealthy: 2 };
    expect(machineHealthCheckObject(defineCluster({ ...definition, machines })).spec).toMatchObject({
      nodeStartupTimeout: '1h0m0s',
      maxUnhealthy: 2,
    });
  });
});
