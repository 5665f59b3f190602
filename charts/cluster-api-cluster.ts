import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import {
  ClusterApiCluster,
  hasAddressPool,
  hasClusterIdentity,
  HCloudMachineTemplate,
  HetznerCluster,
  InClusterIPPool,
  TalosControlPlane,
  VSphereCluster,
  VSphereClusterIdentity,
  VSphereDeploymentZone,
  VSphereFailureDomain,
  VSphereMachineTemplate,
} from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `cluster.yaml`: the cluster, its infrastructure, and its control plane with the template of its machines. */
export class ClusterChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'cluster');
  }

  protected override build(cluster: Cluster): void {
    new ClusterApiCluster(this, 'cluster', cluster);
    if (cluster.machines.kind === 'hetzner') this.hetzner(cluster);
    else this.vsphere(cluster);
    new TalosControlPlane(this, 'control-plane', cluster);
  }

  private hetzner(cluster: Cluster): void {
    new HetznerCluster(this, 'hetzner-cluster', cluster);
    new HCloudMachineTemplate(this, 'control-plane-template', cluster);
  }

  private vsphere(cluster: Cluster): void {
    if (hasClusterIdentity(cluster)) new VSphereClusterIdentity(this, 'identity', cluster);
    const zones = 'zones' in cluster.machines ? Object.keys(cluster.machines.zones) : [];
    for (const zone of zones) {
      new VSphereFailureDomain(this, `failure-domain-${zone}`, cluster, zone);
      new VSphereDeploymentZone(this, `zone-${zone}`, cluster, zone);
    }
    if (hasAddressPool(cluster)) new InClusterIPPool(this, 'addresses', cluster);
    new VSphereCluster(this, 'vsphere-cluster', cluster);
    new VSphereMachineTemplate(this, 'control-plane-template', cluster);
  }
}
