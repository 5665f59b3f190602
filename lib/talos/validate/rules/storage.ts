import type { DocumentRule } from '../configuration';
import { missing, type Place } from '../place';
import type { Problem } from '../../../cluster';
import { expression } from './expressions';
import { logicalSizes } from './provisioning';
import { upkeep } from './upkeep';
import { volumeName } from './volume-name';

/** Disks that belong together. Source: Talos `config/types/storage`. */
const members: DocumentRule = (document) => [
  ...volumeName(document),
  ...expression(document.at('provisioning.volumeSelector.match'), 'member'),
];

const logicalVolume: DocumentRule = (document) => {
  const type = document.at('type').text.toLowerCase() || 'linear';
  return [
    ...volumeName(document),
    ...missing(document, 'provisioning.volumeGroup'),
    ...logicalSizes(document.at('provisioning')),
    ...copies(document.at('mirrors'), ['raid1', 'raid10'].includes(type), 1),
    ...copies(document.at('stripes'), ['raid0', 'raid10'].includes(type), 2),
  ];
};

function copies(place: Place, isUsed: boolean, least: number): readonly Problem[] {
  if (!place.isThere) return [];
  if (!isUsed) return [place.wrong('a field that the type of volume does not take', 'leave it out')];
  return place.number < least ? [place.wrong('too few', 'raise it', `at least ${String(least)}`)] : [];
}

/** A volume that is there already, and is found by what it is. */
const existingVolume: DocumentRule = (document) => [
  ...volumeName(document),
  ...expression(document.at('discovery.volumeSelector.match'), 'volume'),
  ...upkeep(document),
];

/** Disks and volumes that are put together, or are there already. */
export const storageRules: Readonly<Record<string, DocumentRule>> = {
  ExistingVolumeConfig: existingVolume,
  LVMLogicalVolumeConfig: logicalVolume,
  LVMVolumeGroupConfig: members,
  RAIDArrayConfig: members,
};
