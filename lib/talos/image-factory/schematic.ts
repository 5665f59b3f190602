import type { Cluster, JsonObject } from '../../cluster';

/**
 * What is special about a Talos image, in the words of the image factory's own YAML.
 * Source: image-factory 1.4, `pkg/schematic`.
 */
export interface Schematic {
  /** User that the schematic belongs to, at a factory that asks for a login. */
  readonly owner?: string | undefined;
  /** Files and settings of a single-board computer. */
  readonly overlay?:
    { readonly image: string; readonly name: string; readonly options?: JsonObject | undefined } | undefined;
  readonly customization?: Customization | undefined;
}

/** The part of a schematic that every machine can have. */
export interface Customization {
  /** Machine configuration documents inside the image, as YAML text; readable by whoever knows the id. */
  readonly embeddedMachineConfiguration?: string | undefined;
  readonly extraKernelArgs?: readonly string[] | undefined;
  /** First values of the META partition; keys from 0 to 255. */
  readonly meta?: readonly { readonly key: number; readonly value: string }[] | undefined;
  readonly systemExtensions?: { readonly officialExtensions?: readonly string[] | undefined } | undefined;
  /** `dual-boot`, `sd-boot` or `grub`. */
  readonly bootloader?: string | undefined;
  readonly secureboot?:
    | { readonly enrollKeys?: string | undefined; readonly includeWellKnownCertificates?: boolean | undefined }
    | undefined;
  readonly diskImage?: {
    /** Bytes. */
    readonly sectorSize?: number | undefined;
  };
}

/**
 * The schematic of a cluster's images. The extensions come sorted: the factory keeps any order, and each order would be
 * another image. Kernel arguments keep their order, which has a meaning.
 */
export function schematicOf({ system }: Pick<Cluster, 'system'>): Schematic {
  const { image, extensions } = system;
  return {
    owner: image.owner,
    overlay: image.overlay,
    customization: {
      embeddedMachineConfiguration: image.embeddedConfig,
      extraKernelArgs: image.kernelArgs,
      meta: image.meta,
      systemExtensions: { officialExtensions: [...extensions].sort() },
      bootloader: image.bootloader,
      secureboot: image.secureBoot,
      diskImage: { sectorSize: image.sectorSize },
    },
  };
}
