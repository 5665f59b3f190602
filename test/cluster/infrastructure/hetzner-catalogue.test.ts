import { describe, expect, it } from 'vitest';
import {
  hetznerArchitecture,
  hetznerLoadBalancers,
  hetznerLocations,
  hetznerServerTypes,
  machineWarnings,
  smallestHetznerType,
} from '../../../lib/cluster';
import { hetznerCluster, hetznerMachinesCluster } from '../../support/clusters-terraform';

const locations = Object.keys(hetznerLocations);

describe('the catalogue of Hetzner server types', () => {
  it('names locations that exist, sold or deprecated and never both', () => {
    for (const [name, { locations: sold, deprecated }] of Object.entries(hetznerServerTypes)) {
      const going = deprecated?.locations ?? [];
      for (const location of [...sold, ...going]) expect(locations, name).toContain(location);
      expect(
        sold.filter((location) => going.includes(location)),
        name,
      ).toEqual([]);
      expect(sold.length + going.length, name).toBeGreaterThan(0);
    }
  });

  it('gives dates in their order', () => {
    for (const { deprecated } of Object.values(hetznerServerTypes)) {
      if (deprecated === undefined) continue;
      expect(deprecated.when.announced).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(deprecated.when.announced < deprecated.when.unavailableAfter).toBe(true);
    }
  });

  it('knows the architecture of each, and that Arm is sold in Europe alone', () => {
    expect(hetznerArchitecture('cax21')).toBe('arm64');
    expect(hetznerArchitecture('cpx32')).toBe('amd64');
    expect(locations.filter((location) => smallestHetznerType('arm64', location) !== undefined).sort()).toEqual([
      'fsn1',
      'hel1',
      'nbg1',
    ]);
  });

  it('has a small amd64 server everywhere, for making images', () => {
    for (const location of locations) {
      const name = smallestHetznerType('amd64', location);
      expect(hetznerServerTypes[name!]!.disk, location).toBeLessThanOrEqual(40);
    }
  });

  it('has load balancers that grow', () => {
    const targets = Object.values(hetznerLoadBalancers).map((type) => type.targets);
    expect(targets).toEqual([...targets].sort((a, b) => a - b));
  });
});

describe('what a definition may say today and not for ever', () => {
  it('is nothing for types that are sold', () => {
    expect(machineWarnings(hetznerMachinesCluster())).toEqual([]);
    expect(machineWarnings(hetznerCluster())).toEqual([]);
  });

  it('is a type on its way out, with the day and a type to follow it', () => {
    const cluster = hetznerMachinesCluster({
      pools: {
        control: { role: 'control-plane', type: 'cx32', location: 'nbg1', machines: { 1: { address: '10.10.64.11' } } },
      },
    });
    expect(machineWarnings(cluster)).toEqual([
      {
        path: 'machines.pools.control.type',
        what: 'deprecated in nbg1 since 2025-10-16: no server of this type can be made after 2025-12-31',
        got: 'cx32',
        fix: 'change it, to cx33 for example, before a machine has to be made again',
      },
    ]);
  });

  it('depends on the place: the same type is sold in America', () => {
    const at = (location: string, zone: string) =>
      machineWarnings(
        hetznerMachinesCluster({
          network: { cidr: '10.10.0.0/16', zone },
          pools: {
            control: { role: 'control-plane', type: 'cpx31', location, machines: { 1: { address: '10.10.64.11' } } },
          },
        }),
      ).length;
    expect([at('ash', 'us-east'), at('fsn1', 'eu-central')]).toEqual([0, 1]);
  });
});
