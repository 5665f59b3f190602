import { fluxRules } from './flux';
import { machines } from './machines';
import { names } from './names';
import { network } from './network';
import { platform } from './platform';
import { recipients } from './recipients';
import { repository } from './repository';
import type { Rule } from './rule';
import { secretDeliveryRules } from './secret-delivery';
import { system } from './system';
import { versions } from './versions';

/** Every rule that a definition must keep. */
export const rules: readonly Rule[] = [
  ...names,
  ...versions,
  ...network,
  ...machines,
  ...system,
  ...repository,
  ...fluxRules,
  ...recipients,
  ...secretDeliveryRules,
  ...platform,
];
