import { hasInstallDocument, takesKernelArgsFromImage } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { when, type GenerateInputs } from '../../generate/inputs';

/** `UnattendedInstallConfig`, where there is a disk to install on. */
export function installDocument({ contract, options = {} }: GenerateInputs): readonly ConfigDocument[] {
  const { installDisk, installImage } = options;
  if (!hasInstallDocument(contract) || !installDisk) return [];
  return [
    document('UnattendedInstallConfig', {
      installer: { image: installImage },
      provisioning: { diskSelector: { match: diskByPath(installDisk) }, wipe: false },
    }),
  ];
}

/** The same as a field of the main document. */
export function installField({ contract, options = {} }: GenerateInputs) {
  const { installDisk, installImage, installKernelArgs = [] } = options;
  return {
    disk: installDisk,
    image: installImage,
    wipe: false,
    extraKernelArgs: when(installKernelArgs.length > 0, installKernelArgs),
    grubUseUKICmdline: when(takesKernelArgsFromImage(contract), true),
  };
}

/** Expression that selects the disk of a device path. */
export function diskByPath(path: string): string {
  return `disk.dev_path == ${JSON.stringify(path)}`;
}
