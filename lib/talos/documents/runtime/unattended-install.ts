import type { JsonObject } from '../../../cluster';
import { diskByPath } from '../../kinds/runtime/install';
import type { PatchDocument } from '../../document';
import { textOf, valueAt } from '../../merge/plain';
import type { DocumentKind, Need } from '../kind';
import { typedDocument } from '../typed-document';
import { diskExpression, diskField, type DiskSelector } from './disk-selector';

/** How Talos installs itself. */
export interface InstallOptions {
  /** Disk to install on: a device path, properties of a disk, or a CEL expression over `disk`. */
  readonly disk: string | DiskSelector | { readonly match: string };
  /** Installer with its tag. @default - of the cluster's extensions and Talos version */
  readonly image?: string;
  /** Erase the disk first. @default false */
  readonly wipe?: boolean;
  /** Since contract 1.14. @default true */
  readonly reboot?: boolean;
}

/** The installation (`UnattendedInstallConfig`). */
export function install({ disk, image, wipe = false, reboot }: InstallOptions): PatchDocument {
  return typedDocument('UnattendedInstallConfig', {
    reboot,
    installer: image === undefined ? undefined : { image },
    provisioning: { diskSelector: { match: expressionOf(disk) }, wipe },
  });
}

function expressionOf(disk: InstallOptions['disk']): string {
  if (typeof disk === 'string') return diskByPath(disk);
  return 'match' in disk ? disk.match : diskExpression(disk);
}

export const installKind: DocumentKind = {
  kind: 'UnattendedInstallConfig',
  since: '1.14',
  needs: (document): readonly Need[] => {
    const expression = matchOf(document);
    return expression === undefined || diskField(expression) !== undefined
      ? []
      : [{ contract: '1.14', path: 'provisioning.diskSelector.match', instead: 'select the disk by its properties' }];
  },
  older: { lost: ['reboot'], rewrite },
};

function rewrite(document: JsonObject): readonly PatchDocument[] {
  const expression = matchOf(document);
  const image = valueAt(document, ['installer', 'image']);
  const wipe = valueAt(document, ['provisioning', 'wipe']);
  return [{ machine: { install: { ...(expression === undefined ? {} : diskField(expression)), image, wipe } } }];
}

function matchOf(document: JsonObject): string | undefined {
  const match = valueAt(document, ['provisioning', 'diskSelector', 'match']);
  return match === undefined ? undefined : textOf(match);
}
