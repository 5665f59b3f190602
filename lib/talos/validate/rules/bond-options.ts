import type { Problem } from '../../../cluster';
import { eachWrong, type Place } from '../place';
import { words } from '../values/words';

/** Fields of a bond that are words, by the type of the document's field. Large letters are others here. */
const choices: Readonly<Record<string, string>> = {
  mode: 'nethelpers.BondMode',
  xmitHashPolicy: 'nethelpers.BondXmitHashPolicy',
  lacpRate: 'nethelpers.LACPRate',
  arpValidate: 'nethelpers.ARPValidate',
  arpAllTargets: 'nethelpers.ARPAllTargets',
  primaryReselect: 'nethelpers.PrimaryReselect',
  failOverMac: 'nethelpers.FailOverMAC',
  adSelect: 'nethelpers.ADSelect',
};

const LACP = '802.3ad';
const balancing = ['balance-tlb', 'balance-alb'];

/** Modes in which a field is allowed, and from which value on it counts as set. */
const modes: Readonly<Record<string, { readonly of: (mode: string) => boolean; readonly least: number }>> = {
  lacpRate: { of: (mode) => mode === LACP, least: 1 },
  adActorSysPrio: { of: (mode) => mode === LACP, least: 1 },
  adUserPortKey: { of: (mode) => mode === LACP, least: 1 },
  arpValidate: { of: (mode) => mode !== LACP && !balancing.includes(mode), least: 1 },
  arpInterval: { of: (mode) => mode !== LACP && !balancing.includes(mode), least: 1 },
  primary: { of: (mode) => ['active-backup', ...balancing].includes(mode), least: 1 },
  packetsPerSlave: { of: (mode) => mode === 'balance-rr', least: 2 },
  tlbDynamicLb: { of: (mode) => balancing.includes(mode), least: 1 },
};

/** A bond of the main document: which field fits which mode. Source: Talos `v1alpha1_validation.go`, `checkBond`. */
export function bondProblems(bond: Place): readonly Problem[] {
  const known = words['nethelpers.BondMode'] ?? [];
  const mode = known.includes(bond.at('mode').text) ? bond.at('mode').text : 'balance-rr';
  return [
    ...Object.entries(choices).flatMap(([field, type]) => {
      const allowed = words[type] ?? [];
      return eachWrong(
        [bond.at(field)],
        ({ text }) => text === '' || allowed.includes(text),
        'no choice of the field',
        'use one of them',
        allowed.join(', '),
      );
    }),
    ...Object.entries(modes)
      .filter(([field, { of, least }]) => isGiven(bond.at(field), least) && !of(mode))
      .map(([field]) => bond.at(field).wrong(`a field that a bond of mode ${mode} does not take`, 'leave it out')),
    ...['arpIPTarget', 'adActorSystem']
      .filter((field) => bond.at(field).isSet)
      .map((field) => bond.at(field).problem('a field that Talos does not support', 'leave it out')),
    ...delays(bond),
  ];
}

function isGiven(place: Place, least: number): boolean {
  return typeof place.value === 'number' ? place.number >= least : place.isSet;
}

/** Delays are counted in looks at the link. */
function delays(bond: Place): readonly Problem[] {
  const interval = bond.at('miimon').number;
  return ['updelay', 'downdelay']
    .map((field) => bond.at(field))
    .filter(({ number }) => (interval === 0 ? number !== 0 : number % interval !== 0))
    .map((place) =>
      place.wrong('no multiple of miimon', 'set miimon, or change it', `multiples of ${String(interval)}`),
    );
}
