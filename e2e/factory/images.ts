import { imageUrl, platforms, pxeUrl, type ImageFile, type ImageSource, type TalosPlatform } from '../../lib/talos';
import type { Tally } from '../tally';
import type { Judge, JudgedImage } from './judge';

const architectures = ['amd64', 'arm64'] as const;
const packed: Readonly<Record<string, string>> = { xz: '.xz', gz: '.gz', zst: '.zst', 'tar.gz': '.tar.gz' };

/** Platforms of later releases of Talos than the factory's code is made with. */
const newer = ['alibabacloud'];

/** Our table of platforms is Talos's own. */
export async function platformTable(judge: Judge, tally: Tally): Promise<void> {
  const { platforms: theirs = [] } = await judge.platforms();
  const names = [...theirs.map(({ Name }) => Name), ...newer].sort();
  tally.check('platforms', same(Object.keys(platforms).sort(), names), () => names.join(', '));
  for (const { Name, DiskImageSuffix, BootMethods, SecureBootSupported } of theirs) {
    const ours = Object.entries(platforms).find(([name]) => name === Name)?.[1];
    if (ours === undefined) continue;
    const expected = {
      disk: DiskImageSuffix === '' ? undefined : DiskImageSuffix,
      boot: BootMethods.filter((method) => method !== 'disk-image').sort(),
      secureBoot: SecureBootSupported,
    };
    const known = {
      disk: 'disk' in ours ? ours.disk : undefined,
      boot: [...ours.boot].sort(),
      secureBoot: ours.secureBoot,
    };
    tally.check(`platform ${Name}`, same(known, expected), () => JSON.stringify({ known, expected }));
  }
}

/** The factory reads from each of our URLs what we wanted. */
export async function imagePaths(judge: Judge, tally: Tally): Promise<void> {
  for (const secureBoot of [false, true]) {
    const source: ImageSource = { schematic: '0'.repeat(64), version: 'v1.12.2', secureBoot };
    for (const architecture of architectures) {
      for (const [file, expected] of [...(Object.keys(platforms) as TalosPlatform[])].flatMap((platform) =>
        filesOf(platform, architecture, secureBoot),
      )) {
        const url = imageUrl(source, file);
        const { image, error } = await judge.path(url.split('/').at(-1) ?? '', source.version);
        const found =
          image && Object.fromEntries(Object.keys(expected).map((key) => [key, image[key as keyof JudgedImage]]));
        tally.check(url, same(found, expected), () => error ?? JSON.stringify({ image, expected }));
      }
      for (const platform of Object.keys(platforms) as TalosPlatform[]) {
        // the factory reads the path of a network boot as that of a command line
        const path = `cmdline-${pxeUrl(source, platform, architecture).split('/').at(-1) ?? ''}`;
        const { image, error } = await judge.path(path, source.version);
        const fits = image?.platform === platform && image.architecture === architecture;
        tally.check(path, fits && image.secureBoot === secureBoot, () => error ?? JSON.stringify(image));
      }
    }
  }
}

/** Every file of a platform, and what the factory must see in its name. */
function filesOf(
  platform: TalosPlatform,
  architecture: (typeof architectures)[number],
  secureBoot: boolean,
): readonly (readonly [ImageFile, Partial<JudgedImage>])[] {
  const place = { platform, architecture };
  const plain = (['iso', 'uki', 'cmdline', 'installer'] as const).map(
    (kind) =>
      [
        { kind, ...place },
        { kind, ...place, secureBoot },
      ] as const,
  );
  const parts = (['kernel', 'initramfs'] as const).map(
    (kind) =>
      [
        { kind, architecture },
        { kind, architecture, secureBoot: false },
      ] as const,
  );
  const formats = [
    'raw',
    'raw.xz',
    'raw.gz',
    'raw.zst',
    'raw.tar.gz',
    'qcow2',
    'qcow2.xz',
    'vhd',
    'vhd.xz',
    'ova',
  ] as const;
  const entry = platforms[platform];
  const published = 'disk' in entry ? entry.disk : undefined;
  const disks = [undefined, ...formats].flatMap((format) => {
    const named = format ?? published;
    if (named === undefined) return [];
    const [diskFormat = '', ...packing] = named.split('.');
    const file: ImageFile = { kind: 'disk', ...place, ...(format !== undefined && { format }) };
    return [
      [file, { kind: 'image', ...place, secureBoot, diskFormat, format: packed[packing.join('.')] ?? 'raw' }] as const,
    ];
  });
  return [...plain, ...parts, ...disks];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
