import type { Problem } from '../../../cluster';
import type { ConfigRule } from '../configuration';
import { eachWrong, type Place } from '../place';
import { isAddressOrCidr, isCidr, isPlainAddress, splitHostPort, isAddress } from '../values/address';
import { bondProblems } from './bond-options';
import { wrongKeys } from './links';

/** Links by the main document. Source: Talos `v1alpha1_validation.go`. */
export const interfaceRules: ConfigRule = ({ main, isControlPlane }) => {
  const links = main.at('machine.network.interfaces').items;
  const owners = ownersOf(links);
  return [
    ...(isControlPlane ? [] : links.flatMap(sharedOnWorker)),
    ...links.flatMap((link) => parts(link, owners)),
    ...links.filter((link) => !link.at('ignore').isOn).flatMap((link) => linkProblems(link, owners)),
  ];
};

/** A shared address needs etcd, which workers have not. */
function sharedOnWorker(link: Place): readonly Problem[] {
  return [link, ...link.at('vlans').items]
    .map((place) => place.at('vip'))
    .filter(({ isThere }) => isThere)
    .map((place) => place.problem('a worker with a shared address', 'give the address to the control planes'));
}

/** The links that others are made of, each with the link that it belongs to. */
function ownersOf(links: readonly Place[]): ReadonlyMap<string, string> {
  return new Map(links.flatMap((link) => partsOf(link).map(({ text }) => [text, nameOf(link)] as const)));
}

function partsOf(link: Place): readonly Place[] {
  // as upstream, a bridge hides the parts of a bond of the same link
  return link.at(link.at('bridge').isThere ? 'bridge.interfaces' : 'bond.interfaces').items;
}

function nameOf(link: Place): string {
  return link.at('interface').text;
}

function parts(link: Place, owners: ReadonlyMap<string, string>): readonly Problem[] {
  const [bond, bridge] = [link.at('bond'), link.at('bridge')];
  const isMixed = bond.at('interfaces').isSet && bond.at('deviceSelectors').isSet;
  return [
    ...(bond.isThere && bridge.isThere ? [link.problem('a bond and a bridge in one', 'keep one of the two')] : []),
    ...(isMixed
      ? [bond.problem('links that are named and selected', 'set one of interfaces and deviceSelectors')]
      : []),
    ...partsOf(link)
      .filter(({ text }) => owners.get(text) !== nameOf(link))
      .map((part) => part.wrong('a part of another link as well', 'leave it to one of them')),
  ];
}

function linkProblems(link: Place, owners: ReadonlyMap<string, string>): readonly Problem[] {
  const [name, selector] = [link.at('interface'), link.at('deviceSelector')];
  const problems: Problem[] = [];
  if (name.isSet === selector.isThere) {
    const what = name.isSet ? 'a link that is named and selected' : 'a link without name and selector';
    problems.push(link.problem(what, 'set one of interface and deviceSelector'));
  }
  const isEmpty = selector.entries.every(([, { isSet }]) => !isSet);
  if (selector.isThere && isEmpty) problems.push(selector.problem('a selector of nothing', 'set a field of it'));
  const isPart = owners.has(nameOf(link));
  const isAddressed = link.at('dhcp').isOn || link.at('cidr').isSet || link.at('addresses').isSet;
  if (isPart && (isAddressed || link.at('vip').isThere)) {
    problems.push(link.problem('addresses of a link that is part of another', 'give them to the other one'));
  }
  return [
    ...problems,
    ...(link.at('bond').isThere ? bondProblems(link.at('bond')) : []),
    ...wireguard(link.at('wireguard')),
    ...[link, ...link.at('vlans').items].flatMap(addressing),
    ...link.at('routes').items.flatMap(route),
    ...(link.at('vip').isThere
      ? eachWrong([link.at('vip.ip')], ({ text }) => isPlainAddress(text), 'no address', 'correct it')
      : []),
  ];
}

function addressing(place: Place): readonly Problem[] {
  const [single, list] = [place.at('cidr'), place.at('addresses')];
  const given = [...(single.isSet ? [single] : []), ...list.items];
  return [
    ...(single.isSet && list.isSet ? [single.wrong('addresses in two fields', 'move it to addresses')] : []),
    ...eachWrong(
      given,
      ({ text }) => isAddressOrCidr(text),
      'no address',
      'correct it',
      'an address, with a length or without',
    ),
  ];
}

function route(place: Place): readonly Problem[] {
  const [to, gateway, source] = [place.at('network'), place.at('gateway'), place.at('source')];
  const addresses = [gateway, source].filter(({ isSet }) => isSet);
  return [
    ...(to.isSet || gateway.isSet ? [] : [place.problem('a route to nowhere', 'set network or gateway')]),
    ...eachWrong(to.isSet ? [to] : [], ({ text }) => isCidr(text), 'no network', 'correct it', 'a CIDR'),
    ...eachWrong(addresses, ({ text }) => isPlainAddress(text), 'no address', 'correct it'),
  ];
}

function wireguard(place: Place): readonly Problem[] {
  if (!place.isThere) return [];
  const peers = place.at('peers').items;
  return [
    ...wrongKeys([place.at('privateKey'), ...peers.map((peer) => peer.at('publicKey'))]),
    ...eachWrong(
      peers.map((peer) => peer.at('endpoint')),
      ({ text }) => text === '' || isHostPort(text),
      'no endpoint',
      'correct it',
      'host:port',
    ),
    ...eachWrong(
      peers.flatMap((peer) => peer.at('allowedIPs').items),
      ({ text }) => isCidr(text),
      'no network',
      'correct it',
      'a CIDR',
    ),
  ];
}

function isHostPort(text: string): boolean {
  const parts = splitHostPort(text);
  return parts !== undefined && (!parts.host.includes(':') || isAddress(parts.host));
}
