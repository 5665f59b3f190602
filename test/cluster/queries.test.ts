import { describe, expect, it } from 'vitest';
import { defineCluster, isOnHetznerCloud, type Cluster } from '../../lib/cluster';
import { vsphereManaged } from '../support/clusters-capi-pools';
import { hetznerCluster, hetznerMachinesCluster, vsphereCluster } from '../support/clusters-terraform';
import { definition } from '../support/definition';

describe('isOnHetznerCloud', () => {
  it.each<[string, Cluster, boolean]>([
    ['Hetzner servers that Terraform makes', hetznerMachinesCluster(), true],
    ['Hetzner servers that Cluster API makes', hetznerCluster(), true],
    ['vSphere machines that Terraform makes', vsphereCluster(), false],
    ['vSphere machines that Cluster API makes', vsphereManaged(), false],
    ['the machines of a small definition', defineCluster(definition()), false],
  ])('knows %s', (_, cluster, expected) => {
    expect(isOnHetznerCloud(cluster)).toBe(expected);
  });
});
