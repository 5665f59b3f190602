import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isUnspecified } from '../values/address';
import { isBase64Of } from '../values/base64';

/** Addresses and routes, which every document of a link can have. Source: Talos `config/types/network/link.go`. */
function addressing(link: Place): readonly Problem[] {
  const addresses = link.at('addresses').items.map((item) => item.at('address'));
  const ends = link
    .at('routes')
    .items.flatMap((route) => ['destination', 'gateway', 'source'].map((key) => route.at(key)));
  return [
    ...eachWrong(addresses, ({ text }) => text !== '' && !isUnspecified(text), 'no address of a link', 'give it one'),
    ...eachWrong(
      ends,
      ({ text }) => text === '' || !isUnspecified(text),
      'an address that stands for every other',
      'leave the destination out for a default route',
    ),
  ];
}

const link: DocumentRule = (document) => [...missing(document, 'name'), ...addressing(document)];

const bond: DocumentRule = (document) => [...link(document), ...missing(document, 'links', 'bondMode')];

const vlan: DocumentRule = (document) => {
  const id = document.at('vlanID');
  return [
    ...link(document),
    ...missing(document, 'parent'),
    ...eachWrong([id], ({ number }) => number >= 1 && number <= 4094, 'no VLAN', 'correct it', '1 to 4094'),
  ];
};

/** Tables that the kernel keeps for itself. */
const kernelTables = ['', 'unspec', 'local', 'main', 'default'];

const vrf: DocumentRule = (document) => [
  ...link(document),
  ...eachWrong(
    [document.at('table')],
    ({ text }) => !kernelTables.includes(text.toLowerCase()),
    'a routing table of the kernel',
    'use a number of its own',
    '1 to 252',
  ),
];

const veth: DocumentRule = (document) => {
  const [name, peer] = [document.at('name'), document.at('peer')];
  const twins: readonly Problem[] =
    name.text !== '' && name.text === peer.at('name').text
      ? [peer.at('name').wrong('the name of the other end', 'give it a name of its own')]
      : [];
  const names = eachWrong(
    [name, peer.at('name')],
    ({ text }) => isLinkName(text),
    'no name of a link',
    'correct it',
    '1 to 15 bytes without blanks, / and :',
  );
  return [...names, ...twins, ...addressing(document), ...addressing(peer)];
};

function isLinkName(text: string): boolean {
  const length = Buffer.byteLength(text);
  return length >= 1 && length <= 15 && text !== '.' && text !== '..' && !/[/:\s\p{C}\p{Z}]/u.test(text);
}

const wireguard: DocumentRule = (document) => {
  const port = document.at('listenPort');
  const peers = document.at('peers').items;
  const keys = [document.at('privateKey'), ...peers.map((peer) => peer.at('publicKey'))];
  const shared = peers.map((peer) => peer.at('presharedKey')).filter(({ isSet }) => isSet);
  return [
    ...link(document),
    ...wrongKeys([...keys, ...shared]),
    ...eachWrong([port], ({ number }) => number >= 0 && number <= 65535, 'no port', 'correct it', '0 to 65535'),
    ...eachWrong(
      peers.map((peer) => peer.at('persistentKeepaliveInterval')),
      ({ text }) => !isNegative(text),
      'a time before now',
      'give it without a sign',
    ),
  ];
};

/** WireGuard keys that are none; they are secret, so that no value is shown. */
export function wrongKeys(places: readonly Place[]): readonly Problem[] {
  return places
    .filter(({ text }) => !isBase64Of(text, 32))
    .map((place) => place.problem('no WireGuard key', 'make one with wg genkey', 'Base64 of 32 bytes'));
}

/** Whether a duration is negative. */
export function isNegative(duration: string): boolean {
  return duration.startsWith('-') && /[1-9]/.test(duration);
}

/** Links: what they are made of, and their addresses. */
export const linkRules: Readonly<Record<string, DocumentRule>> = {
  BondConfig: bond,
  BridgeConfig: link,
  DummyLinkConfig: link,
  LinkConfig: link,
  VLANConfig: vlan,
  VRFConfig: vrf,
  VethConfig: veth,
  WireguardConfig: wireguard,
};
