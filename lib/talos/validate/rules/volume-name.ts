import type { Problem } from '../../../cluster';
import { eachWrong, type Place } from '../place';

/** Characters of a partition's label. Source: Talos `constants`. */
const LABEL = 36;

/** The longest name by kind: with its prefix it is the label of a partition. The others have limits of their own. */
const longest: Readonly<Record<string, number>> = {
  ExternalVolumeConfig: LABEL - 'x-'.length,
  RawVolumeConfig: LABEL - 'r-'.length,
  SwapVolumeConfig: LABEL - 's-'.length,
  UserVolumeConfig: LABEL - 'u-'.length,
  LVMLogicalVolumeConfig: 63,
  LVMVolumeGroupConfig: 63,
  RAIDArrayConfig: 32,
};

/** The name of a volume becomes that of a partition, a device or a folder. */
export function volumeName(document: Place): readonly Problem[] {
  const kind = document.at('kind').text;
  const most = longest[kind];
  const isStorage = kind.startsWith('LVM') || kind.startsWith('RAID');
  const form = isStorage ? /^[A-Za-z0-9_-]+$/ : /^[A-Za-z0-9-]+$/;
  const characters = `letters, digits and hyphens${isStorage ? ' or underscores' : ''}`;
  return eachWrong(
    [document.at('name')],
    ({ text }) => form.test(text) && text.length <= (most ?? Infinity),
    'not a name of a volume',
    'rename it',
    most === undefined ? characters : `1 to ${String(most)} ${characters}`,
  );
}
