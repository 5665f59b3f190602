import { z } from 'zod';

/** The image factory that everyone may use. Source: factory.talos.dev. */
export const publicImageFactory = 'factory.talos.dev';

/** How systemd-boot puts its keys into the firmware. Source: Talos `pkg/imager/profile`, `SDBootEnrollKeys`. */
const enrollments = ['off', 'manual', 'if-safe', 'force'] as const;

const secureBootShape = z.strictObject({
  /** When an image enrols the factory's keys; `force` does on bare metal too. @default - `if-safe`: in a virtual machine only */
  enrollKeys: z.enum(enrollments).optional(),
  /** Enrol Microsoft's certificates as well, which option ROMs of graphics and network cards are signed with. */
  includeWellKnownCertificates: z.boolean().default(false),
});

type SecureBoot = z.input<typeof secureBootShape>;

/** Whether, or how: `true` is all defaults. */
function sectionOf(value: boolean | SecureBoot): SecureBoot | undefined {
  if (typeof value !== 'boolean') return value;
  return value ? {} : undefined;
}

/** How the image factory builds a cluster's images, besides their extensions. Source: image-factory 1.4. */
export const talosImageShape = z.strictObject({
  /** Host of the image factory, with its port where it has one. */
  factory: z.string().default(publicImageFactory),
  /** User that the images belong to; the id depends on it. @default - nobody, as a factory without logins has it */
  owner: z.string().min(1).optional(),
  /** Arguments for the kernel, one each, in their order. */
  kernelArgs: z.array(z.string()).default([]),
  /** First values of the META partition, e.g. key 10 for the network of a metal machine. */
  meta: z.array(z.strictObject({ key: z.int().min(1).max(255), value: z.string() })).default([]),
  /** @default - what the version of Talos and the firmware ask for */
  bootloader: z.enum(['dual-boot', 'sd-boot', 'grub']).optional(),
  /** Images and installers that a machine with UEFI Secure Boot accepts. @default false */
  secureBoot: z.pipe(z.transform(sectionOf), secureBootShape.optional()).optional(),
  /** Sector size of a disk image, in bytes. @default - 512 */
  sectorSize: z.literal([512, 4096]).optional(),
  /** What a single-board computer needs besides: image and name of the overlay, and what it takes as options. */
  overlay: z
    .strictObject({
      image: z.string().min(1),
      name: z.string().min(1),
      options: z.record(z.string(), z.json()).default({}),
    })
    .optional(),
  /** Machine configuration documents inside the image, as YAML text. No secrets: whoever has the id reads it. */
  embeddedConfig: z.string().min(1).optional(),
});
