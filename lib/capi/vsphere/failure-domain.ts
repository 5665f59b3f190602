import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, JsonObject, ManagedVsphere, VsphereZone } from '../../cluster';
import { apiVersions } from '../contract';
import { onVsphere } from '../managed';
import { templateName } from '../names';
import { resourcePoolPath } from './vsphere-machine-template';

/** Label of the zones of a cluster where control plane machines may stand; its value is the cluster's name. */
export const CONTROL_PLANE_ZONE = 'plinth/control-plane-of';

/** Name of a zone's VSphereDeploymentZone, which machines name as their failure domain; it is unique among clusters. */
export function zoneName(cluster: { readonly name: string }, zone: string): string {
  return `${cluster.name}-${zone}`;
}

/** Whether the control plane's machines are spread over zones. */
export function hasControlPlaneZones({ zones }: ManagedVsphere): boolean {
  return Object.values(zones).some(({ controlPlane }) => controlPlane);
}

/**
 * Where a zone is, by tags and inventory. CAPV refuses a change, hence the hash in the name.
 *
 * @throws Error for an unknown zone, or where Cluster API does not make the cluster's machines on vSphere
 */
export function vsphereFailureDomainObject(definition: Cluster, name: string): KubernetesObject {
  const cluster = onVsphere(definition);
  const { machines } = cluster;
  const zone = zoneOf(machines, name);
  const { region, hosts } = zone;
  const tag = (type: string, { name: tagName, category }: VsphereZone['zone']): JsonObject => ({
    type,
    name: tagName,
    tagCategory: category,
  });
  const spec = {
    // a group of hosts is a zone of its compute cluster
    region: tag(hosts === undefined ? 'Datacenter' : 'ComputeCluster', region),
    zone: tag(hosts === undefined ? 'ComputeCluster' : 'HostGroup', zone.zone),
    topology: {
      datacenter: zone.datacenter ?? machines.datacenter,
      computeCluster: zone.cluster ?? machines.cluster,
      datastore: zone.datastore ?? machines.datastore,
      networks: [zone.network ?? machines.network],
      hosts: hosts && { hostGroupName: hosts.hostGroup, vmGroupName: hosts.vmGroup },
    },
  };
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'VSphereFailureDomain',
    metadata: { name: templateName(cluster, name, spec) },
    spec,
  };
}

/**
 * A zone as machines name it.
 *
 * @throws Error for an unknown zone, or where Cluster API does not make the cluster's machines on vSphere
 */
export function vsphereDeploymentZoneObject(definition: Cluster, name: string): KubernetesObject {
  const cluster = onVsphere(definition);
  const { machines } = cluster;
  const { controlPlane, resourcePool, cluster: computeCluster } = zoneOf(machines, name);
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'VSphereDeploymentZone',
    metadata: {
      name: zoneName(cluster, name),
      labels: controlPlane ? { [CONTROL_PLANE_ZONE]: cluster.name } : undefined,
    },
    spec: {
      server: machines.server,
      failureDomain: vsphereFailureDomainObject(cluster, name).metadata.name,
      controlPlane,
      placementConstraint: {
        resourcePool: resourcePool ?? resourcePoolPath(computeCluster ?? machines.cluster),
        folder: machines.folder,
      },
    },
  };
}

function zoneOf({ zones }: ManagedVsphere, name: string): VsphereZone {
  const zone = zones[name];
  if (zone !== undefined) return zone;
  throw new Error(`unknown zone, got ${name}; name one of ${Object.keys(zones).join(', ')}`);
}

/** Where a zone is. */
export class VSphereFailureDomain extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, zone: string) {
    super(scope, id, vsphereFailureDomainObject(cluster, zone));
  }
}

/** A zone as machines name it. */
export class VSphereDeploymentZone extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, zone: string) {
    super(scope, id, vsphereDeploymentZoneObject(cluster, zone));
  }
}
