import { hasInstallDocument } from '../contract';
import { document } from '../document';
import { clusterInstaller } from '../image-factory/installer';
import type { Aspect } from '../target';

/** Disk and installer image where the machines are ours to install; a cloud's image is installed already. */
export const install: Aspect = ({ cluster, contract }) => {
  if (cluster.machines.kind !== 'vsphere') return [];
  const image = clusterInstaller(cluster);
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
