import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** How a kernel module is loaded. */
export interface KernelModuleOptions {
  /** E.g. `['hpsa_allow_any=1']`. */
  readonly parameters?: readonly string[];
}

/** A kernel module to load (`KernelModuleConfig`). */
export function kernelModule(name: string, options: KernelModuleOptions = {}): PatchDocument {
  return typedDocument('KernelModuleConfig', options, name);
}

export const kernelModuleKind: DocumentKind = {
  kind: 'KernelModuleConfig',
  since: '1.14',
  older: {
    rewrite: (document) => [
      { machine: { kernel: { modules: [{ name: documentName(document), parameters: document.parameters }] } } },
    ],
  },
};
