import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isIPv6Text, isPrefix, network } from '../values/address';
import { isNegative } from './links';

/** A speaker of BGP. Source: Talos `config/types/network/bgp.go`. */
const instance: DocumentRule = (document) => [
  ...missing(document, 'name'),
  ...eachWrong([document.at('localASN')], ({ number }) => number !== 0, 'no number of a system', 'set it'),
  ...eachWrong([document.at('routerID')], ({ text }) => !isIPv6Text(text), 'no IPv4 address', 'correct it'),
  ...neighbors(document),
  ...imports(document),
];

function neighbors(document: Place): readonly Problem[] {
  const all = document.at('neighbors').items;
  const isOfVrf = document.at('vrf').isSet;
  const keyed = all.filter((neighbor) => neighbor.at('address').isSet !== neighbor.at('link').isSet);
  const keys = keyed.map((neighbor) => neighbor.at('address').text || neighbor.at('link').text);
  const durations = all.flatMap((neighbor) => [
    neighbor.at('holdTime'),
    neighbor.at('bfd.transmitInterval'),
    neighbor.at('bfd.receiveInterval'),
  ]);
  return [
    ...all
      .filter((neighbor) => !keyed.includes(neighbor))
      .map((neighbor) => neighbor.problem('no neighbor, or two of them', 'set one of address and link')),
    ...keyed
      .filter((_, index) => keys.indexOf(keys[index] ?? '') !== index)
      .map((neighbor) => neighbor.problem('a neighbor that is there twice', 'leave one out')),
    ...all
      .map((neighbor) => neighbor.at('bfd'))
      .filter(({ isThere }) => isThere && isOfVrf)
      .map((bfd) => bfd.problem('BFD within a VRF, which Talos has not', 'leave it out')),
    ...eachWrong(durations, ({ text }) => !isNegative(text), 'a time before now', 'give it without a sign'),
  ];
}

/** Routes that come from other speakers: each network from one of them. */
function imports(document: Place): readonly Problem[] {
  const routes = document.at('importRoutes').items;
  const sources = routes.map((route) => route.at('bgpInstance'));
  const texts = sources.map(({ text }) => text);
  const prefixes = routes.flatMap((route) => route.at('prefixes').items).filter(({ text }) => isPrefix(text));
  return [
    ...routes.flatMap((route) => missing(route, 'bgpInstance', 'prefixes')),
    ...eachWrong(
      sources.filter(({ isSet }) => isSet),
      ({ text }) => text !== document.at('name').text,
      'routes of its own',
      'name another one',
    ),
    ...sources
      .filter(({ isSet, text }, index) => isSet && texts.indexOf(text) !== index)
      .map((source) => source.wrong('a source that is there twice', 'bring the two together')),
    ...routes
      .flatMap((route) => route.at('prefixes').items)
      .filter(({ text }) => !isPrefix(text))
      .map((prefix) => prefix.problem('no network', 'correct it')),
    ...eachWrong(prefixes, ({ text }) => !network(text).hasHostBits, 'a network with bits of a host', 'clear them'),
    ...prefixes
      .filter(({ text }, index) =>
        prefixes.slice(0, index).some((other) => network(other.text).overlaps(network(text))),
      )
      .map((prefix) => prefix.wrong('a network that another one overlaps', 'leave one out')),
  ];
}

export const bgpRules: Readonly<Record<string, DocumentRule>> = { BGPInstanceConfig: instance };
