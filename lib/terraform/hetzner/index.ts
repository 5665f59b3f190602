export { HetznerFoundation, type HetznerFoundationProps } from './foundation';
export type { AllowedPort } from './firewall-rules';
export { HcloudProvider } from './generated/provider';
export { ControlPlaneLoadBalancer, type ControlPlaneLoadBalancerProps } from './load-balancer';
export { HetznerMachines, type HetznerMachinesProps } from './machines';
export { packerFiles } from './packer';
export { ImagerProvider } from './providers/imager/generated/provider';
export { PrivateNetwork, type PrivateNetworkProps } from './private-network';
export { HetznerServer } from './server';
