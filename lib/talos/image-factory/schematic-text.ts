import { createHash } from 'node:crypto';
import { marshal, sorted, type Ordered, type OrderedMap } from './go-yaml/marshal';
import type { Customization, Schematic } from './schematic';

/**
 * The schematic as YAML text, to the byte as the image factory writes it before it hashes it; the text can be posted to
 * `/schematics`. Lists keep their order. Source: image-factory 1.4, `pkg/schematic`.
 *
 * @throws Error for a text with half a surrogate pair
 */
export function schematicText({ owner, overlay, customization = {} }: Schematic): string {
  return marshal(
    struct({
      owner: given(owner),
      overlay: overlay && overlayOf(overlay),
      // written also when it is empty, as the keys of what stands in it are not
      customization: customizationOf(customization),
    }),
  );
}

/** Id that the image factory gives to an image of this schematic: SHA-256 of its text, computed offline. */
export function schematicId(schematic: Schematic): string {
  return createHash('sha256').update(schematicText(schematic)).digest('hex');
}

function customizationOf(customization: Customization): OrderedMap {
  const { embeddedMachineConfiguration, extraKernelArgs, meta, systemExtensions, bootloader } = customization;
  const { secureboot, diskImage } = customization;
  return struct({
    embeddedMachineConfiguration: given(embeddedMachineConfiguration),
    extraKernelArgs: given(extraKernelArgs),
    meta: given(meta?.map(({ key, value }) => struct({ key, value }))),
    systemExtensions: given(struct({ officialExtensions: given(systemExtensions?.officialExtensions) })),
    bootloader: given(bootloader),
    secureboot: given(
      struct({
        enrollKeys: given(secureboot?.enrollKeys),
        includeWellKnownCertificates: given(secureboot?.includeWellKnownCertificates),
      }),
    ),
    diskImage: given(struct({ sectorSize: given(diskImage?.sectorSize) })),
  });
}

function overlayOf({ image, name, options }: NonNullable<Schematic['overlay']>): OrderedMap | undefined {
  const members = given(sorted(options ?? {}));
  // Go leaves out a struct without any value
  return image === '' && name === '' && members === undefined ? undefined : struct({ image, name, options: members });
}

/** Members in the order in which they are written; those without a value are left out. */
function struct(members: Readonly<Record<string, Ordered | undefined>>): OrderedMap {
  return new Map(Object.entries(members).filter((member): member is [string, Ordered] => member[1] !== undefined));
}

/** The value, if there is something in it: Go's `omitempty`. */
function given(value: Ordered | undefined): Ordered | undefined {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return undefined;
  if (value instanceof Map) return value.size === 0 ? undefined : value;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
