import { describe, expect, it } from 'vitest';
import { hcloudMachineTemplateObject, talosControlPlaneObject } from '../../lib/capi';
import { managedCluster, type ManagedChanges } from '../support/clusters-capi';

const nameOf = (changes: ManagedChanges = {}) => hcloudMachineTemplateObject(managedCluster(changes)).metadata.name;

describe('HCloudMachineTemplate', () => {
  it('is named by a hash of its spec', () => {
    // asserted, since another name replaces every machine
    expect(nameOf()).toBe('k8s-control-plane-c38f431f');
  });

  it.each<[string, ManagedChanges]>([
    ['machine type', { type: 'cx43' }],
    ['image', { talos: 'v1.12.3' }],
    ['architecture', { type: 'cax21' }],
  ])('gets a new name for another %s', (_what, changes) => {
    expect(nameOf(changes)).not.toBe(nameOf());
    expect(nameOf(changes)).toMatch(/^k8s-control-plane-[0-9a-f]{8}$/);
  });

  it.each<[string, ManagedChanges]>([
    ['Kubernetes version', { kubernetes: 'v1.35.1' }],
    ['number of machines', { count: 5 }],
    ['pod network', { pods: '10.10.0.0/18' }],
    ['set of addons', { addons: [] }],
    ['bootstrap provider', { talosBootstrap: 'v0.6.12' }],
  ])('keeps its name for another %s', (_what, changes) => {
    expect(nameOf(changes)).toBe(nameOf());
  });

  it('boots the image of the server type and the Talos version', () => {
    const image = (changes: ManagedChanges) => hcloudMachineTemplateObject(managedCluster(changes)).spec;
    expect(image({ type: 'cax21' })).toMatchObject({ template: { spec: { imageName: 'talos-arm64-v1.12.2' } } });
    expect(image({ talos: 'v1.12.3' })).toMatchObject({ template: { spec: { imageName: 'talos-amd64-v1.12.3' } } });
  });

  it('is what the control plane refers to, whatever its name', () => {
    for (const changes of [{}, { type: 'cx43' }, { talos: 'v1.12.3' }]) {
      expect(talosControlPlaneObject(managedCluster(changes)).spec).toMatchObject({
        infrastructureTemplate: {
          apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
          kind: 'HCloudMachineTemplate',
          name: nameOf(changes),
        },
      });
    }
  });
});
