import { blockSamples } from './block';
import { kubernetesSamples } from './kubernetes';
import { linkSamples } from './links';
import { networkSamples } from './network';
import { runtimeSamples } from './runtime';
import type { Samples } from './sample';

/** A sample of every constructor. */
export const samples: Samples = {
  ...blockSamples,
  ...linkSamples,
  ...networkSamples,
  ...kubernetesSamples,
  ...runtimeSamples,
};
