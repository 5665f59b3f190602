import { Duration, GiB, MiB } from '../../../../lib/cluster';
import {
  existingVolume,
  externalVolume,
  filesystemScrub,
  filesystemTrim,
  lvmLogicalVolume,
  lvmVolumeGroup,
  raidArray,
  rawVolume,
  swapVolume,
  userVolume,
  volume,
  zswap,
} from '../../../../lib/talos';
import type { Choices, Samples } from './sample';

const disk = (random: Choices) => ({
  match: random.pick([
    'disk.transport == "nvme"',
    '!system_disk && disk.size > 10u * GiB',
    'disk.dev_path == "/dev/sdb"',
  ]),
});

const provisioning = (random: Choices) => ({
  diskSelector: disk(random),
  minSize: random.pick([GiB(10), MiB(300), GiB(1.5)]),
  maxSize: random.maybe(() => random.pick([GiB(100), '50%'] as const)),
  grow: random.maybe(() => random.chance(0.5)),
});

const encryption = (random: Choices) => ({
  keys: [
    random.pick([
      { slot: 0, nodeID: {} },
      { slot: 0, tpm: {} },
      { slot: 0, tpm: { checkSecurebootStatusOnEnroll: true, options: { pcrs: [7, 11] } } },
      { slot: 0, kms: { endpoint: 'https://kms.example.com:4050' } },
    ]),
    ...(random.chance(0.3) ? [{ slot: 1, nodeID: {} }] : []),
  ],
  cipher: random.maybe(() => 'aes-xts-plain64' as const),
  keySize: random.maybe(() => 4096),
  blockSize: random.maybe(() => 4096),
  options: random.maybe(() => ['no_read_workqueue', 'same_cpu_crypt'] as const, 0.3),
  allowDiscards: random.maybe(() => true, 0.1),
});

const maintenance = (random: Choices) => ({
  trim: random.maybe(() => ({ enabled: random.chance(0.5), interval: Duration.hours(24) }), 0.2),
  scrub: random.maybe(() => ({ interval: Duration.minutes(30) }), 0.2),
});

/** Disks, volumes and filesystems. */
export const blockSamples: Samples = {
  volume: ({ random }) =>
    random.pick([
      () => volume('STATE', { encryption: encryption(random) }),
      () =>
        volume('EPHEMERAL', {
          ...maintenance(random),
          provisioning: random.maybe(() => provisioning(random)),
          encryption: random.maybe(() => encryption(random)),
          mount: random.maybe(() => ({ secure: random.chance(0.5) }), 0.3),
        }),
      () => volume('IMAGECACHE', { provisioning: provisioning(random) }),
      () => volume('ETCD', { provisioning: provisioning(random), mount: { disableAccessTime: true } }),
    ])(),
  userVolume: ({ random }) =>
    random.pick([
      () => userVolume('data', { volumeType: 'directory' }),
      () =>
        userVolume('data', {
          volumeType: 'disk',
          provisioning: { diskSelector: disk(random) },
          filesystem: { type: random.pick(['ext4', 'xfs', 'btrfs']) },
        }),
      () =>
        userVolume('data', {
          ...maintenance(random),
          provisioning: provisioning(random),
          encryption: random.maybe(() => encryption(random)),
          filesystem: random.maybe(() =>
            random.pick([
              { projectQuotaSupport: true },
              { xfs: { minAllocationGroupSize: GiB(1) } },
              { type: 'ext4' as const },
            ]),
          ),
          mount: random.maybe(() => ({ disableAccessTime: true, secure: false }), 0.3),
        }),
    ])(),
  rawVolume: ({ random }) =>
    rawVolume('ceph', { provisioning: provisioning(random), encryption: random.maybe(() => encryption(random)) }),
  swapVolume: ({ random }) =>
    swapVolume('swap', { provisioning: provisioning(random), encryption: random.maybe(() => encryption(random)) }),
  existingVolume: ({ random }) =>
    existingVolume('old', {
      ...maintenance(random),
      discovery: { volumeSelector: { match: 'volume.partition_label == "old"' } },
      mount: random.maybe(() => ({
        readOnly: random.chance(0.5),
        secure: random.maybe(() => true),
        disableAccessTime: random.maybe(() => true),
      })),
    }),
  externalVolume: ({ random }) =>
    externalVolume('host', { mount: { virtiofs: { tag: 'host' }, readOnly: random.maybe(() => true) } }),
  zswap: ({ random }) =>
    zswap({ maxPoolPercent: random.maybe(() => random.below(101)), shrinkerEnabled: random.maybe(() => true) }),
  filesystemTrim: ({ random }) => filesystemTrim({ interval: Duration.hours(1 + random.below(200)) }),
  filesystemScrub: ({ random }) => filesystemScrub({ interval: Duration.seconds(10 + random.below(9000)) }),
  lvmVolumeGroup: ({ random }) => lvmVolumeGroup('vg0', { provisioning: { volumeSelector: disk(random) } }),
  lvmLogicalVolume: ({ random }) =>
    lvmLogicalVolume('lv0', {
      ...random.pick([
        { type: 'linear' as const },
        { type: 'raid1' as const, mirrors: 1 },
        { type: 'raid10' as const, mirrors: 1, stripes: 2 },
        {},
      ]),
      provisioning: { volumeGroup: 'vg0', maxSize: random.pick([GiB(20), '50%'] as const) },
    }),
  raidArray: ({ random }) =>
    raidArray('md0', {
      level: random.maybe(() => 'raid1' as const),
      metadata: random.maybe(() => random.pick(['1.0', '1.2'] as const)),
      provisioning: { volumeSelector: disk(random) },
    }),
};
