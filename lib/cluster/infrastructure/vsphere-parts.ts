import { z } from 'zod';
import { cidr, ip, mac, size } from '../values';

/** A template in a content library. */
const libraryItemShape = z.strictObject({
  kind: z.literal('library-item'),
  library: z.string().min(1),
  /** @default - `talos-<version>`, see `talosTemplateName` */
  item: z.string().min(1).optional(),
  /** What the item is: an OVF or OVA that was uploaded, or a VM template. */
  type: z.enum(['ovf', 'vm-template']).default('ovf'),
});

/** Talos' own OVA, which vCenter downloads for every machine. */
const ovaShape = z.strictObject({
  kind: z.literal('ova'),
  /** Host that takes the upload; DRS moves the machine afterwards as it likes. */
  host: z.string().min(1),
  /** @default - the image factory's, for the cluster's version and extensions */
  url: z.url().optional(),
});

/** What machines are made of: a template by its name, an item of a content library, or an OVA. */
export const templateShape = z.union([
  z.string().min(1),
  z.discriminatedUnion('kind', [libraryItemShape, ovaShape], {
    error: 'must be the name of a template, vsphere.libraryItem({ … }) or vsphere.ova({ … })',
  }),
]);

export type LibraryItemOptions = Omit<z.input<typeof libraryItemShape>, 'kind'>;
export type OvaOptions = Omit<z.input<typeof ovaShape>, 'kind'>;

/** Disks beside the system disk, by name. */
export const disksShape = z
  .record(
    z.string(),
    z.strictObject({
      /** Place on the SCSI controller, 1 to 14. It is the disk's identity for the guest, and stays when others leave. */
      unit: z.int().min(1).max(14),
      size: size(),
      /** @default - that of the machine */
      datastore: z.string().min(1).optional(),
      /** Allocate space as it is written. */
      thin: z.boolean().default(true),
    }),
  )
  .default({});

/** Networks beside that of the nodes, by name. */
export const networksShape = z
  .record(
    z.string(),
    z.strictObject({
      portGroup: z.string().min(1),
      /** Addresses of the network. @default - its machines have none there, or DHCP hands them out */
      cidr: cidr().optional(),
    }),
  )
  .default({});

/** A machine's interfaces on those networks, by the network's name. */
export const interfacesShape = z
  .record(z.string(), z.strictObject({ mac: mac(), address: ip().optional() }))
  .default({});
