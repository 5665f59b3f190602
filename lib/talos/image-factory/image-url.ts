import { publicImageFactory } from '../../cluster';
import { factoryHost, secureBootSuffix, type ImageSource } from './image-source';
import { defaultDiskFormat, type Architecture, type DiskFormat, type TalosPlatform } from './platforms';

/** A file that the image factory makes. Source: image-factory 1.4, `docs/api.md`. */
export type ImageFile =
  /** Disk with Talos installed. The format is the one that Talos publishes for the platform unless it is named. */
  | {
      readonly kind: 'disk';
      readonly platform: TalosPlatform;
      readonly architecture: Architecture;
      readonly format?: DiskFormat;
    }
  /** Bootable CD, unified kernel image, or the kernel's command line. */
  | {
      readonly kind: 'iso' | 'uki' | 'cmdline';
      readonly platform: TalosPlatform;
      readonly architecture: Architecture;
    }
  /** The installer as an archive of a container image. */
  | { readonly kind: 'installer'; readonly platform: TalosPlatform; readonly architecture: Architecture }
  /** Kernel, or initial RAM disk with the extensions; the same for every platform. */
  | { readonly kind: 'kernel' | 'initramfs'; readonly architecture: Architecture };

/** Host of the public factory's network boot. Source: docs of the image factory. */
const PUBLIC_PXE = 'pxe.factory.talos.dev';

/**
 * URL that downloads a file of an image: `https://<factory>/image/<schematic>/<version>/<file>`.
 *
 * @throws Error where Talos publishes no disk image for the platform and no format is named
 */
export function imageUrl(source: ImageSource, file: ImageFile): string {
  return `https://${factoryHost(source)}/image/${source.schematic}/${source.version}/${fileName(source, file)}`;
}

/** URL of the iPXE script that boots an image over the network. A factory of one's own serves it itself. */
export function pxeUrl(source: ImageSource, platform: TalosPlatform, architecture: Architecture): string {
  const host = factoryHost(source);
  const name = `${platform}-${architecture}${secureBootSuffix(source)}`;
  return `https://${host === publicImageFactory ? PUBLIC_PXE : host}/pxe/${source.schematic}/${source.version}/${name}`;
}

function fileName(source: ImageSource, file: ImageFile): string {
  const suffix = secureBootSuffix(source);
  switch (file.kind) {
    case 'kernel':
      return `kernel-${file.architecture}`;
    case 'initramfs':
      return `initramfs-${file.architecture}.xz`;
    case 'cmdline':
      return `cmdline-${file.platform}-${file.architecture}${suffix}`;
    case 'iso':
      return `${file.platform}-${file.architecture}${suffix}.iso`;
    case 'uki':
      return `${file.platform}-${file.architecture}${suffix}-uki.efi`;
    case 'installer':
      return `${file.platform}-installer-${file.architecture}${suffix}.tar`;
    case 'disk':
      return `${file.platform}-${file.architecture}${suffix}.${file.format ?? published(file.platform)}`;
  }
}

function published(platform: TalosPlatform): DiskFormat {
  const format = defaultDiskFormat(platform);
  if (format === undefined) {
    throw new Error(
      `no disk image is published for the platform, got ${platform}; boot it from another file, or name the format`,
    );
  }
  return format;
}
