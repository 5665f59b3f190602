/** What Talos publishes for a platform. */
interface Platform {
  /** Ending of its disk image; absent where it boots from others only. */
  readonly disk?: DiskFormat;
  /** Other ways to boot than from the disk image. */
  readonly boot: readonly ('iso' | 'pxe')[];
  /** Whether Talos's own list says that secure boot works there. */
  readonly secureBoot: boolean;
}

/** Ending of a disk image's file name: format and packing. */
export type DiskFormat = `${'raw' | 'qcow2' | 'vhd'}${'' | '.xz' | '.gz' | '.zst' | '.tar.gz'}` | 'ova';

/** The platforms of Talos, by the name in its images. Source: Talos 1.14, `pkg/machinery/platforms`, as of 2026-08. */
export const platforms = {
  metal: { disk: 'raw.zst', boot: ['iso', 'pxe'], secureBoot: true },
  akamai: { disk: 'raw.gz', boot: [], secureBoot: false },
  alibabacloud: { disk: 'qcow2', boot: [], secureBoot: false },
  aws: { disk: 'raw.xz', boot: [], secureBoot: false },
  azure: { disk: 'vhd.xz', boot: [], secureBoot: true },
  cloudstack: { disk: 'raw.gz', boot: [], secureBoot: true },
  'digital-ocean': { disk: 'raw.gz', boot: [], secureBoot: false },
  equinixMetal: { boot: ['pxe'], secureBoot: false },
  exoscale: { disk: 'qcow2', boot: [], secureBoot: false },
  gcp: { disk: 'raw.tar.gz', boot: [], secureBoot: false },
  hcloud: { disk: 'raw.xz', boot: [], secureBoot: false },
  nocloud: { disk: 'raw.xz', boot: ['iso', 'pxe'], secureBoot: true },
  opennebula: { disk: 'raw.zst', boot: ['iso'], secureBoot: false },
  openstack: { disk: 'raw.xz', boot: ['iso', 'pxe'], secureBoot: false },
  oracle: { disk: 'qcow2', boot: [], secureBoot: false },
  scaleway: { disk: 'raw.zst', boot: ['iso'], secureBoot: false },
  upcloud: { disk: 'raw.xz', boot: [], secureBoot: false },
  vmware: { disk: 'ova', boot: ['iso'], secureBoot: false },
  vultr: { boot: ['iso', 'pxe'], secureBoot: false },
} as const satisfies Readonly<Record<string, Platform>>;

/** A platform of Talos; part of the names of its images and installers. */
export type TalosPlatform = keyof typeof platforms;

/** Processor architecture of an image. */
export type Architecture = 'amd64' | 'arm64';

/** The disk image that Talos publishes for a platform; undefined where it publishes none. */
export function defaultDiskFormat(platform: TalosPlatform): DiskFormat | undefined {
  const published: Platform = platforms[platform];
  return published.disk;
}
