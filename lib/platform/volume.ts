import type { JsonObject, Size } from '../cluster';

/** The volume that a component keeps its data on. */
export interface Volume {
  readonly size: Size;
  /** Storage class. @default - the cluster's default one */
  readonly storageClass?: string;
}

/** What must make the volume: the storage class by its name; nothing in particular where the default one is used. */
export function volumeRequires(volume: Volume | undefined): readonly string[] {
  return volume?.storageClass === undefined ? [] : [`storage-class/${volume.storageClass}`];
}

/** The `spec` of a PersistentVolumeClaim, for one pod at a time. */
export function volumeClaim({ size, storageClass }: Volume): JsonObject {
  return {
    storageClassName: storageClass,
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: size.toQuantity() } },
  };
}
