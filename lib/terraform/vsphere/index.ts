export { VsphereMachines, type VsphereMachinesProps } from './machines';
export { vsphereProvider } from './provider';
