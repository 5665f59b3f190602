import { GiB, type Component, type HelmChart } from '../../cluster';
import { forge, type ForgeSettings } from '../forge';

export type GiteaSettings = ForgeSettings;

const chart: HelmChart = { name: 'gitea', version: '12.3.0', repository: 'https://dl.gitea.com/charts' };

/** Gitea: a Git server of small footprint, e.g. for a copy of the very repository that the engine follows. */
export function gitea(settings: GiteaSettings = {}): Component {
  return forge({ name: 'gitea', chart, variables: 'GITEA' }, settings, settings.volume ?? { size: GiB(10) });
}
