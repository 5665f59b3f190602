export { ClusterStack, type ClusterStackProps } from './cluster-stack';
export type {
  Expression,
  MachineProvider,
  MachineProviderClass,
  MachineProviderProps,
  ProvidedMachine,
} from './machine-provider';
export { machineProviders, type ProvidedKind } from './machine-providers';
export { literal } from './naming';
export { StackError, stackArtifact } from './stack-artifact';
export { StackRoot } from './stack-root';
export { stateBackend } from './state-backend';
