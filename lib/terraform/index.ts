export { ClusterStack, localBackend, type ClusterStackProps } from './cluster-stack';
export { type MachineProviderProps } from './machine-provider';
export { literal } from './naming';
export { StackError, stackArtifact } from './stack-artifact';
export { StackRoot } from './stack-root';
