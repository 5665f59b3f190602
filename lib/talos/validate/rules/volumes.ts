import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { encryption, isEncrypted } from './encryption';
import { isRequested, provisioning } from './provisioning';
import { upkeep } from './upkeep';
import { volumeName } from './volume-name';

/** Volumes that Talos itself has. Source: Talos `config/types/block/volume_config.go`. */
const systemVolumes = ['STATE', 'EPHEMERAL', 'IMAGECACHE', 'ETCD', 'CRI', 'KUBELET', 'LOG'];

/** What is set of Talos's own volumes has to fit the volume. */
const systemVolume: DocumentRule = (document) => {
  const [name, space, mount] = [document.at('name'), document.at('provisioning'), document.at('mount')];
  if (!systemVolumes.includes(name.text)) {
    const fix = 'use UserVolumeConfig for a volume of your own';
    return [name.wrong('no volume of Talos itself', fix, systemVolumes.join(', '))];
  }
  const excluded: Place[] = [];
  const isMounted = isAnySet(mount);
  if (name.text === 'STATE') {
    if (isRequested(space)) excluded.push(space);
    excluded.push(
      ...document
        .at('encryption.keys')
        .items.map((key) => key.at('lockToState'))
        .filter(({ isOn }) => isOn),
    );
  }
  if (name.text === 'IMAGECACHE' && document.at('filesystem.xfs').isThere) excluded.push(document.at('filesystem'));
  const isShared = !['STATE', 'IMAGECACHE', 'EPHEMERAL'].includes(name.text) && !isRequested(space);
  if (isMounted && (isShared || ['STATE', 'IMAGECACHE'].includes(name.text))) excluded.push(mount);
  return [
    ...excluded.map((place) => place.problem(`a field that ${name.text} does not take`, 'leave it out')),
    ...provisioning(space, { isRequired: false, hasSize: true }),
    ...encryption(document.at('encryption')),
    ...upkeep(document),
  ];
};

const userVolume: DocumentRule = (document) => {
  const type = document.at('volumeType').text.toLowerCase() || 'partition';
  const [space, secrecy] = [document.at('provisioning'), document.at('encryption')];
  const parts: Readonly<Record<string, () => readonly Problem[]>> = {
    directory: () => directory(document),
    disk: () => [
      ...provisioning(space, { isRequired: true, hasSize: false }),
      ...filesystem(document),
      ...encryption(secrecy),
    ],
    partition: () => [
      ...provisioning(space, { isRequired: true, hasSize: true }),
      ...filesystem(document),
      ...encryption(secrecy),
    ],
  };
  const part = parts[type];
  const allowed = Object.keys(parts).join(', ');
  return [
    ...volumeName(document),
    ...(part?.() ?? [document.at('volumeType').wrong('no type of a user volume', 'use one of them', allowed)]),
    ...upkeep(document),
  ];
};

/** A directory lies in a volume that has all of this already. */
function directory(document: Place): readonly Problem[] {
  const files = document.at('filesystem');
  const hasFiles = filesystemOf(files) !== 'none' || files.at('projectQuotaSupport').isThere || files.at('xfs').isThere;
  const excluded = [
    ...(isRequested(document.at('provisioning')) ? [document.at('provisioning')] : []),
    ...(isEncrypted(document.at('encryption')) ? [document.at('encryption')] : []),
    ...(hasFiles ? [files] : []),
    ...(document.at('mount.disableAccessTime').isThere ? [document.at('mount.disableAccessTime')] : []),
  ];
  return excluded.map((place) => place.problem('a field that a directory does not take', 'leave it out'));
}

function filesystem(document: Place): readonly Problem[] {
  const files = document.at('filesystem');
  const isXfs = ['', 'none', 'xfs'].includes(files.at('type').text.toLowerCase());
  const ofXfs = [files.at('projectQuotaSupport'), files.at('xfs')].filter((place) => place.isThere && !place.isOff);
  const allowed = 'xfs, ext4, btrfs';
  return [
    ...eachWrong(
      [files.at('type')],
      ({ text }) => ['', 'none', ...allowed.split(', ')].includes(text.toLowerCase()),
      'no filesystem of a user volume',
      'use one of them',
      allowed,
    ),
    ...(isXfs ? [] : ofXfs.map((place) => place.problem('a field of xfs alone', 'leave it out, or use xfs'))),
  ];
}

function filesystemOf(files: Place): string {
  return files.at('type').text.toLowerCase() || 'none';
}

/** Volumes without a filesystem. */
const plainVolume: DocumentRule = (document) => [
  ...volumeName(document),
  ...provisioning(document.at('provisioning'), { isRequired: true, hasSize: true }),
  ...encryption(document.at('encryption')),
];

/** A volume that comes from outside by way of virtiofs. */
const externalVolume: DocumentRule = (document) => [
  ...volumeName(document),
  ...eachWrong(
    [document.at('filesystemType')],
    ({ text }) => text.toLowerCase() === 'virtiofs',
    'no filesystem of an external volume',
    'use virtiofs',
    'virtiofs',
  ),
  ...(document.at('filesystemType').text.toLowerCase() === 'virtiofs' ? missing(document, 'mount.virtiofs.tag') : []),
];

function isAnySet(place: Place): boolean {
  return place.entries.some(([, entry]) => entry.isThere);
}

/** Volumes: Talos's own, and those of users. */
export const volumeRules: Readonly<Record<string, DocumentRule>> = {
  ExternalVolumeConfig: externalVolume,
  RawVolumeConfig: plainVolume,
  SwapVolumeConfig: plainVolume,
  UserVolumeConfig: userVolume,
  VolumeConfig: systemVolume,
};
