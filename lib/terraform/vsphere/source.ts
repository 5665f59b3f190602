import { DataVsphereContentLibrary } from '@cdktf/provider-vsphere/lib/data-vsphere-content-library';
import { DataVsphereContentLibraryItem } from '@cdktf/provider-vsphere/lib/data-vsphere-content-library-item';
import { DataVsphereHost } from '@cdktf/provider-vsphere/lib/data-vsphere-host';
import { DataVsphereVirtualMachine } from '@cdktf/provider-vsphere/lib/data-vsphere-virtual-machine';
import type { VirtualMachineConfig, VirtualMachineDisk } from '@cdktf/provider-vsphere/lib/virtual-machine';
import { talosTemplateName, type Cluster, type Vsphere } from '../../cluster';
import { imageSource, imageUrl } from '../../talos';
import { literal, named } from '../naming';
import type { Inventory } from './inventory';

/** What machines are made of, and how they boot because of it. */
export interface MachineSource {
  readonly config: Pick<
    VirtualMachineConfig,
    'clone' | 'ovfDeploy' | 'guestId' | 'firmware' | 'scsiType' | 'hostSystemId' | 'datacenterId'
  >;
  /** The system disk, as the source has it. */
  readonly disk: Pick<VirtualMachineDisk, 'thinProvisioned' | 'eagerlyScrub'>;
  /**
   * What the source decides for the moment of making a machine. Talos upgrades itself in place, so that a newer source is
   * for new machines; without this, it would replace or power off all of them in one apply.
   */
  readonly ignoreChanges: readonly string[];
}

type Template = NonNullable<Vsphere['template']>;
type LibraryItem = Extract<Template, { kind: 'library-item' }>;
type Ova = Extract<Template, { kind: 'ova' }>;

/** What vCenter does not tell of a library item or an OVA. Source: Talos `pkg/imager/ova`. */
const ovaHardware = { guestId: 'other3xLinux64Guest', firmware: 'bios', scsiType: 'pvscsi' };

/** The network of Talos' OVA. Source: Talos `pkg/imager/ova`. */
const OVA_NETWORK = 'VM Network';

const hardware = ['guest_id', 'firmware', 'scsi_type'];

/** The source of a cluster's machines. */
export function machineSource(inventory: Inventory, cluster: Cluster, { template }: Vsphere): MachineSource {
  if (typeof template === 'object') {
    return template.kind === 'ova' ? fromOva(inventory, cluster, template) : fromLibrary(inventory, cluster, template);
  }
  return fromTemplate(inventory, cluster, template ?? talosTemplateName(cluster.versions.talos));
}

function fromTemplate(inventory: Inventory, { name }: Cluster, templateName: string): MachineSource {
  const template = new DataVsphereVirtualMachine(inventory, 'template', inventory.find(templateName));
  const { id, disks, guestId, firmware, scsiType } = named(template, name, 'template');
  const disk = disks.get(0);
  return {
    // a clone boots as its template does
    config: { guestId, firmware, scsiType, clone: { templateUuid: id } },
    disk: { thinProvisioned: disk.thinProvisioned, eagerlyScrub: disk.eagerlyScrub },
    ignoreChanges: ['clone', ...hardware, 'disk[0].thin_provisioned', 'disk[0].eagerly_scrub'],
  };
}

function fromLibrary(inventory: Inventory, cluster: Cluster, { library, item, type }: LibraryItem): MachineSource {
  const { name, versions } = cluster;
  const { provider } = inventory.find(library);
  const found = named(new DataVsphereContentLibrary(inventory, 'library', { provider, name: literal(library) }), name);
  const { id } = named(
    new DataVsphereContentLibraryItem(inventory, 'item', {
      provider,
      libraryId: found.id,
      name: literal(item ?? talosTemplateName(versions.talos)),
      type,
    }),
    name,
  );
  return {
    config: { ...ovaHardware, clone: { templateUuid: id } },
    disk: { thinProvisioned: true },
    ignoreChanges: ['clone', ...hardware, 'disk[0].thin_provisioned', 'disk[0].eagerly_scrub'],
  };
}

function fromOva(inventory: Inventory, cluster: Cluster, { host, url }: Ova): MachineSource {
  const { datacenterId, networkId } = inventory;
  const found = named(new DataVsphereHost(inventory, 'host', inventory.find(host)), cluster.name);
  const published = () => imageUrl(imageSource(cluster), { kind: 'disk', platform: 'vmware', architecture: 'amd64' });
  return {
    config: {
      ...ovaHardware,
      hostSystemId: found.id,
      datacenterId,
      ovfDeploy: {
        remoteOvfUrl: literal(url ?? published()),
        diskProvisioning: 'thin',
        ovfNetworkMap: { [OVA_NETWORK]: networkId },
      },
    },
    disk: { thinProvisioned: true },
    // DRS moves machines: the host is for the upload alone
    ignoreChanges: ['ovf_deploy', 'host_system_id', ...hardware, 'disk[0].thin_provisioned', 'disk[0].eagerly_scrub'],
  };
}
