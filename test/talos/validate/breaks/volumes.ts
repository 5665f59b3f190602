import { breakable, type Breakable } from './break';

const match = 'disk.size > 100u * GiB && !disk.rotational';
const provisioning = { diskSelector: { match }, minSize: '10GiB', maxSize: '50%' };
const encryption = {
  provider: 'luks2',
  keys: [
    { slot: 0, nodeID: {} },
    { slot: 1, tpm: { options: { pcrs: [7] } } },
  ],
};

export const volumes: readonly Breakable[] = [
  breakable(
    'VolumeConfig',
    'EPHEMERAL',
    { provisioning, encryption, trim: { interval: '1h' }, scrub: { interval: '1h' } },
    [
      ['name', 'DATA'],
      ['provisioning.diskSelector.match', 'disk.size > 100 * GiB'],
      ['provisioning.diskSelector.match', 'volume.size > 1u'],
      ['provisioning.minSize', '10QB'],
      ['provisioning.minSize', '-10GiB'],
      ['provisioning.maxSize', '1GiB', 'provisioning.minSize'],
      ['provisioning.maxSize', '101%'],
      ['encryption.provider', 'none'],
      ['encryption.provider', 'luks1'],
      ['encryption.keys', []],
      ['encryption.keys.1.slot', 0],
      ['encryption.keys.0.nodeID', undefined, 'encryption.keys[0]'],
      ['encryption.keys.1.tpm.options.pcrs', [24], 'encryption.keys[1].tpm.options.pcrs[0]'],
      ['trim.interval', '-1h'],
      ['scrub.interval', '9s'],
    ],
  ),
  breakable('VolumeConfig', 'STATE', { encryption }, [
    ['provisioning.minSize', '1GiB', 'provisioning'],
    ['encryption.keys.0.lockToState', true],
    ['mount.secure', true, 'mount'],
  ]),
  breakable('VolumeConfig', 'IMAGECACHE', { provisioning }, [
    ['mount.secure', true, 'mount'],
    ['filesystem.xfs', {}, 'filesystem'],
  ]),
  breakable('VolumeConfig', 'ETCD', { provisioning, mount: { secure: true } }, [['provisioning', undefined, 'mount']]),
  breakable(
    'UserVolumeConfig',
    'data',
    { provisioning, encryption, filesystem: { type: 'xfs', projectQuotaSupport: true } },
    [
      ['name', undefined],
      ['name', 'my_data'],
      ['name', 'x'.repeat(35)],
      ['volumeType', 'tmpfs'],
      ['volumeType', 'directory', 'provisioning'],
      ['volumeType', 'disk', 'provisioning.minSize'],
      ['provisioning.diskSelector', undefined, 'provisioning.diskSelector.match'],
      ['provisioning', { diskSelector: { match } }, 'provisioning.minSize'],
      ['filesystem.type', 'vfat'],
      ['filesystem.type', 'ext4', 'filesystem.projectQuotaSupport'],
      ['encryption.keys.0', { slot: 1 }, 'encryption.keys[1].slot'],
    ],
  ),
  breakable('UserVolumeConfig', 'logs', { volumeType: 'directory', mount: { secure: true } }, [
    ['mount.disableAccessTime', true],
    ['encryption', encryption],
    ['filesystem.type', 'ext4', 'filesystem'],
  ]),
  breakable('RawVolumeConfig', 'raw', { provisioning }, [
    ['name', 'x'.repeat(35)],
    ['provisioning', undefined, 'provisioning.diskSelector.match'],
  ]),
  breakable('SwapVolumeConfig', 'swap', { provisioning, encryption }, [
    ['name', ''],
    ['provisioning.diskSelector.match', 'disk.transport'],
    ['encryption.keys', undefined],
  ]),
  breakable('ExistingVolumeConfig', 'old', { discovery: { volumeSelector: { match: 'volume.label == "old"' } } }, [
    ['name', 'my old'],
    ['discovery', undefined, 'discovery.volumeSelector.match'],
    ['discovery.volumeSelector.match', 'system_disk'],
    ['scrub', { interval: '1s' }, 'scrub.interval'],
  ]),
  breakable('ExternalVolumeConfig', 'shared', { filesystemType: 'virtiofs', mount: { virtiofs: { tag: 'a' } } }, [
    ['name', 'a_b'],
    ['filesystemType', 'xfs'],
    ['filesystemType', undefined],
    ['mount.virtiofs.tag', undefined],
  ]),
  breakable(
    'LVMVolumeGroupConfig',
    'vg_a',
    { provisioning: { volumeSelector: { match: 'volume_id == "r-a" || system_disk' } } },
    [
      ['name', 'vg a'],
      ['provisioning', undefined, 'provisioning.volumeSelector.match'],
    ],
  ),
  breakable(
    'LVMLogicalVolumeConfig',
    'lv',
    { type: 'raid10', mirrors: 1, stripes: 2, provisioning: { volumeGroup: 'vg', minSize: '1GiB', maxSize: '2GiB' } },
    [
      ['name', 'x'.repeat(64)],
      ['type', 'raid5'],
      ['type', 'linear', 'mirrors'],
      ['mirrors', 0],
      ['stripes', 1],
      ['provisioning.volumeGroup', undefined],
      ['provisioning.maxSize', undefined],
      ['provisioning.maxSize', '-1GiB'],
      ['provisioning.maxSize', '1MiB', 'provisioning.minSize'],
    ],
  ),
  breakable(
    'RAIDArrayConfig',
    'md',
    {
      level: 'raid1',
      metadata: '1.2',
      provisioning: { volumeSelector: { match: 'glob("/dev/sd*", volume.dev_path)' } },
    },
    [
      ['name', 'x'.repeat(33)],
      ['level', 'raid0'],
      ['metadata', '0.9'],
      ['provisioning.volumeSelector.match', undefined],
    ],
  ),
  breakable('ZswapConfig', undefined, { maxPoolPercent: 20 }, [['maxPoolPercent', 101]]),
  breakable('FilesystemTrimConfig', undefined, { interval: '1h' }, [['interval', '-1h']]),
  breakable('FilesystemScrubConfig', undefined, { interval: '1h' }, [['interval', '9s']]),
];
