import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { apiPorts, hetznerBalancerAddress, type Cluster, type HetznerMachinesInfrastructure } from '../../cluster';
import { named } from '../naming';
import { lifecycle } from '../stable-identity';
import { LoadBalancer } from './generated/load-balancer';
import { LoadBalancerNetwork } from './generated/load-balancer-network';
import { LoadBalancerService } from './generated/load-balancer-service';
import { LoadBalancerTargetA } from './generated/load-balancer-target';
import type { HcloudProvider } from './generated/provider';
import { clusterLabels, selector } from './labels';

export interface ControlPlaneLoadBalancerProps {
  readonly cluster: Cluster;
  readonly machines: HetznerMachinesInfrastructure;
  /** Subnet of the nodes, in which it has its address. */
  readonly subnetId: string;
  readonly protect: boolean;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** Seconds between two looks at a target, how long one may take, and how many may fail. */
const health = { interval: 5, timeout: 3, retries: 3 };

/** One address in front of both APIs of the control plane, reached over the private network. */
export class ControlPlaneLoadBalancer extends Construct {
  readonly ipv4: string;
  readonly ipv6: string;

  constructor(scope: Construct, id: string, props: ControlPlaneLoadBalancerProps) {
    super(scope, id);
    const { cluster, machines, subnetId, protect, provider } = props;
    const { name } = cluster;
    const { type, location } = machines.loadBalancer;
    const balancer = named(
      new LoadBalancer(this, 'load-balancer', {
        provider,
        name,
        loadBalancerType: type,
        ...(location === undefined ? { networkZone: machines.network.zone } : { location }),
        labels: clusterLabels(cluster),
        // its address is the endpoint of every kubeconfig
        lifecycle: lifecycle({ protect }),
      }),
      name,
    );
    this.ipv4 = balancer.ipv4;
    this.ipv6 = balancer.ipv6;
    const loadBalancerId = Token.asNumber(balancer.id);
    const ip = hetznerBalancerAddress(machines, cluster.network);
    const attached = named(new LoadBalancerNetwork(this, 'network', { provider, loadBalancerId, subnetId, ip }), name);
    // by label, not by id: a machine that is made anew is a target from its first second
    named(
      new LoadBalancerTargetA(this, 'target', {
        provider,
        loadBalancerId,
        type: 'label_selector',
        labelSelector: selector({ ...clusterLabels(cluster), role: 'control-plane' }),
        usePrivateIp: true,
        dependsOn: [attached],
      }),
      name,
    );
    this.service('kubernetes', cluster.network.endpoint.port, apiPorts.kubernetes, balancer.id, props);
    this.service('talos', apiPorts.talos, apiPorts.talos, balancer.id, props);
  }

  /** Passed on as it comes: both APIs end TLS themselves. */
  private service(
    what: string,
    listenPort: number,
    destinationPort: number,
    loadBalancerId: string,
    { cluster, provider }: ControlPlaneLoadBalancerProps,
  ): void {
    named(
      new LoadBalancerService(this, what, {
        provider,
        loadBalancerId,
        protocol: 'tcp',
        listenPort,
        destinationPort,
        healthCheck: { protocol: 'tcp', port: destinationPort, ...health },
      }),
      cluster.name,
      what,
    );
  }
}
