import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** The driver that a device gets. */
export interface PciDriverRebindOptions {
  /** E.g. `vfio-pci`. */
  readonly targetDriver: string;
}

/** Another driver for a PCI device such as `0000:04:00.0` (`PCIDriverRebindConfig`). */
export function pciDriverRebind(device: string, options: PciDriverRebindOptions): PatchDocument {
  return typedDocument('PCIDriverRebindConfig', options, device);
}

export const pciDriverRebindKind: DocumentKind = { kind: 'PCIDriverRebindConfig', since: '1.10' };
