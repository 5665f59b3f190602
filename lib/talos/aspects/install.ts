import { hasInstallDocument } from '../contract';
import { document } from '../document';
import { installerImage } from '../image-factory';
import type { Aspect } from '../target';

/** Disk and installer image where the machines are ours to install; a cloud's image is installed already. */
export const install: Aspect = ({ cluster, contract }) => {
  if (cluster.machines.kind !== 'vsphere') return [];
  const image = installerImage('vmware', cluster.system.extensions, cluster.versions.talos);
  const { installDisk } = cluster.system;
  return hasInstallDocument(contract)
    ? [
        document('UnattendedInstallConfig', {
          installer: { image },
          // an installation must not wipe what it finds, as with the generated field; the document's own default would
          provisioning: { diskSelector: { match: `disk.dev_path == "${installDisk}"` }, wipe: false },
        }),
      ]
    : [{ machine: { install: { disk: installDisk, image } } }];
};
