export { HetznerFoundation, type HetznerFoundationProps } from './foundation';
export { HcloudProvider } from './generated/provider';
