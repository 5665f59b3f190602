import { hasNetworkDocuments } from '../contract';
import { document } from '../document';
import type { MachineAspect } from '../target';

/** The machine's own name, instead of the one that Talos makes up. */
export const hostname: MachineAspect = ({ machine: { name }, contract }) =>
  hasNetworkDocuments(contract)
    ? // the generated document says `auto: stable`, which a name alone would contradict
      [document('HostnameConfig', { auto: 'off', hostname: name })]
    : [{ machine: { network: { hostname: name } } }];
