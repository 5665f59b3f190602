import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A directory of the hypervisor. */
export interface ExternalVolumeOptions {
  readonly mount: {
    readonly virtiofs: {
      /** Tag that the hypervisor gives the directory. */
      readonly tag: string;
    };
    readonly readOnly?: boolean;
    readonly disableAccessTime?: boolean;
    readonly secure?: boolean;
  };
}

/** A volume of the hypervisor, mounted at `/var/mnt/<name>` (`ExternalVolumeConfig`). */
export function externalVolume(name: string, options: ExternalVolumeOptions): PatchDocument {
  return typedDocument('ExternalVolumeConfig', { filesystemType: 'virtiofs', ...options }, name);
}

export const externalVolumeKind: DocumentKind = { kind: 'ExternalVolumeConfig', since: '1.13' };
