import { describe, expect, it } from 'vitest';
import { defineCluster, Duration, talos } from '../../lib/cluster';
import { tuppr, tupprCaller, tupprUpgrades } from '../../lib/platform';
import { definition, hetznerDefinition } from '../support/definition';

const system = talos({ apiAccess: { namespaces: [tupprCaller.namespace], roles: [tupprCaller.role] } });
const cluster = defineCluster({ ...definition(), system });

describe('tupprUpgrades', () => {
  it('upgrades to the versions of the definition, by objects without a namespace', () => {
    const objects = tupprUpgrades().objects?.(cluster);
    expect(objects).toMatchObject([
      { kind: 'TalosUpgrade', metadata: { name: 'talos' }, spec: { talos: { version: cluster.versions.talos } } },
      {
        kind: 'KubernetesUpgrade',
        metadata: { name: 'kubernetes' },
        spec: { kubernetes: { version: cluster.versions.kubernetes } },
      },
    ]);
    expect(objects?.every(({ metadata }) => !('namespace' in (metadata as object)))).toBe(true);
  });

  it('waits until every node is ready, unless one says otherwise', () => {
    expect(tupprUpgrades().objects?.(cluster)[0]).toMatchObject({
      spec: { healthChecks: [{ apiVersion: 'v1', kind: 'Node' }] },
    });
    expect(tupprUpgrades({ healthChecks: [] }).objects?.(cluster)[0]).toMatchObject({ spec: { healthChecks: [] } });
  });

  it('takes how machines restart and when', () => {
    const windows = [{ start: '0 2 * * 0', duration: Duration.hours(4), timezone: 'Europe/Paris' }];
    const [talosUpgrade, kubernetesUpgrade] = tupprUpgrades({ rebootMode: 'powercycle', windows }).objects!(cluster);
    const maintenance = { windows: [{ start: '0 2 * * 0', duration: '4h0m0s', timezone: 'Europe/Paris' }] };
    expect(talosUpgrade).toMatchObject({ spec: { policy: { rebootMode: 'powercycle' }, maintenance } });
    expect(kubernetesUpgrade).toMatchObject({ spec: { maintenance } });
  });

  it('leaves Kubernetes to Cluster API where that manages the machines', () => {
    const managed = defineCluster({ ...hetznerDefinition(), system });
    expect(
      tupprUpgrades()
        .objects?.(managed)
        .map(({ kind }) => kind),
    ).toEqual(['TalosUpgrade']);
  });

  it('comes after tuppr, whose kinds it makes', () => {
    expect(tuppr().provides).toContain('crd/tuppr.home-operations.com');
    expect(tupprUpgrades().requires).toEqual(tuppr().provides);
    expect(tupprUpgrades().namespace).toBe(tuppr().namespace);
  });

  it('fails where the definition does not let tuppr call the Talos API from its very namespace', () => {
    const other = talos({ apiAccess: { namespaces: ['kube-system'], roles: ['os:admin'] } });
    expect(() => tupprUpgrades().objects?.(defineCluster({ ...definition(), system: other }))).toThrow(
      'test/edge: tuppr calls the Talos API as os:admin from namespace system, got namespaces kube-system and roles os:admin; add what is missing to system.apiAccess',
    );
  });
});
