import { GiB, type Component, type HelmChart } from '../../cluster';
import { forge, type ForgeSettings } from '../forge';

export type ForgejoSettings = ForgeSettings;

const chart: HelmChart = { name: 'forgejo', version: '16.2.0', repository: 'oci://code.forgejo.org/forgejo-helm' };

/** Forgejo: a Git server with packages and actions. */
export function forgejo(settings: ForgejoSettings = {}): Component {
  return forge({ name: 'forgejo', chart, variables: 'FORGEJO' }, settings, settings.volume ?? { size: GiB(10) });
}
