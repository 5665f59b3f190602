import { isHardenedByDefault } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** `VolumeConfig` of /var, without programs on it, and `FilesystemTrimConfig`, once a week. */
export function volumes({ contract }: GenerateInputs): readonly ConfigDocument[] {
  if (!isHardenedByDefault(contract)) return [];
  return [
    document('VolumeConfig', { mount: { secure: true } }, 'EPHEMERAL'),
    document('FilesystemTrimConfig', { interval: '168h0m0s' }),
  ];
}
