export { TalosBootstrap, type ApplyMode, type TalosBootstrapProps } from './bootstrap';
export type { TalosMachine } from './machines';
export { SopsProvider } from './providers/sops/generated/provider';
export { TalosProvider } from './providers/talos/generated/provider';
export type { SecretsIn } from './sealed-files';
