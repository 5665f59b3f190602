import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { isObject } from '../../merge/plain';
import { omit } from '../field';
import type { DocumentKind } from '../kind';
import { documentName, fieldsOf, typedDocument } from '../typed-document';
import { laterEncryption, systemDiskEncryption, withProvider, type EncryptionOptions } from './encryption';
import { laterMaintenance, type MaintenanceOptions, type ProvisioningOptions } from './volume-options';

/** Volumes of Talos itself; the last four since contract 1.14. */
export type SystemVolume = 'STATE' | 'EPHEMERAL' | 'IMAGECACHE' | 'ETCD' | 'CRI' | 'KUBELET' | 'LOG';

/** Settings of a system volume. */
export interface VolumeOptions extends MaintenanceOptions {
  /** Not for STATE. */
  readonly provisioning?: ProvisioningOptions;
  readonly encryption?: EncryptionOptions;
  /** Since contract 1.13. */
  readonly mount?: {
    /** Neither programs nor devices on it. */
    readonly secure?: boolean;
    readonly disableAccessTime?: boolean;
  };
}

const olderVolumes: readonly string[] = ['STATE', 'EPHEMERAL', 'IMAGECACHE'];

/** A system volume: where it stands, how large it is, its encryption (`VolumeConfig`). */
export function volume(name: SystemVolume, options: VolumeOptions): PatchDocument {
  return typedDocument('VolumeConfig', { ...options, encryption: withProvider(options.encryption) }, name);
}

export const volumeKind: DocumentKind = {
  kind: 'VolumeConfig',
  since: '1.10',
  later: {
    ...laterEncryption,
    ...laterMaintenance,
    mount: '1.13',
    'mount.disableAccessTime': '1.14',
    filesystem: '1.14',
  },
  needs: (document) => (olderVolumes.includes(documentName(document)) ? [] : [{ contract: '1.14', path: 'name' }]),
  older: { until: '1.11', lost: ['encryption.keys.[].lockToState'], rewrite },
};

/** Before contract 1.11 the main document encrypts. */
function rewrite(document: JsonObject): readonly PatchDocument[] {
  const { encryption } = document;
  if (!isObject(encryption)) return [document];
  const rest = omit(document, 'encryption');
  return [
    ...(Object.keys(fieldsOf(rest)).length > 0 ? [rest] : []),
    systemDiskEncryption(documentName(document), encryption),
  ];
}
