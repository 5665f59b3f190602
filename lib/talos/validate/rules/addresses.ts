import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isAddress, isPrefix } from '../values/address';
import { expression } from './expressions';

/** A client identifier of its own is given, and given only then. Source: Talos `config/types/network/dhcp4.go`. */
const dhcp: DocumentRule = (document) => {
  const identifier = document.at('duidRaw');
  const isOwn = document.at('clientIdentifier').text.toLowerCase() === 'duid';
  const has = identifier.text.replaceAll(':', '') !== '';
  return [
    ...missing(document, 'name'),
    ...(isOwn === has
      ? []
      : [
          identifier.problem(
            'an identifier without its kind, or a kind without it',
            'set it and clientIdentifier: duid, or neither',
          ),
        ]),
  ];
};

/** A shared address is the name of its document. */
const sharedAddress: DocumentRule = (document) => [...namedByAddress(document), ...missing(document, 'link')];

const hetznerAddress: DocumentRule = (document) => [...sharedAddress(document), ...missing(document, 'apiToken')];

const staticHost: DocumentRule = (document) => [...namedByAddress(document), ...missing(document, 'hostnames')];

function namedByAddress(document: Place): readonly Problem[] {
  const allowed = 'an IP address';
  return eachWrong(
    [document.at('name')],
    ({ text }) => isAddress(text),
    'not the name of an address',
    'correct it',
    allowed,
  );
}

const blackhole: DocumentRule = (document) =>
  eachWrong([document.at('name')], ({ text }) => isPrefix(text), 'not the name of a network', 'correct it', 'a CIDR');

/** Priorities of rules that the kernel and KubeSpan have. Source: Talos `constants`. */
const takenPriorities = [0, 32500, 32766, 32767];

/** A routing rule has a free priority for its name, and something to do. */
const routingRule: DocumentRule = (document) => {
  const [name, action, mask] = [document.at('name'), document.at('action'), document.at('fwMask')];
  const isUnicast = ['', 'unspec', 'unicast'].includes(action.text.toLowerCase());
  const hasTable = !['', 'unspec'].includes(document.at('table').text.toLowerCase());
  return [
    ...eachWrong(
      [name],
      ({ text }) => /^[0-9]+$/.test(text) && Number(text) < 2 ** 32 && !takenPriorities.includes(Number(text)),
      'not the name of a free priority',
      'choose another',
      `1 to 32765 without ${takenPriorities.join(', ')}`,
    ),
    ...(hasTable || !isUnicast
      ? []
      : [document.at('table').problem('a rule that does nothing', 'set a table or an action')]),
    ...(mask.number !== 0 && document.at('fwMark').number === 0
      ? [mask.wrong('a mask without a mark', 'set fwMark, too')]
      : []),
  ];
};

/** An alias is a name, or a pattern such as `net%d`, for the links that an expression selects. */
const linkAlias: DocumentRule = (document) => {
  const name = document.at('name');
  return [
    ...missing(document, 'name'),
    ...eachWrong([name], ({ text }) => !text.includes('%') || /^[^%]+%d$/s.test(text), 'no pattern', 'end it with %d'),
    ...expression(document.at('selector.match'), 'link'),
  ];
};

const named: DocumentRule = (document) => missing(document, 'name');

/** Addresses, routes and names of links. */
export const addressRules: Readonly<Record<string, DocumentRule>> = {
  BlackholeRouteConfig: blackhole,
  DHCPv4Config: dhcp,
  DHCPv6Config: dhcp,
  EthernetConfig: named,
  HCloudVIPConfig: hetznerAddress,
  Layer2VIPConfig: sharedAddress,
  LinkAliasConfig: linkAlias,
  RoutingRuleConfig: routingRule,
  StaticHostConfig: staticHost,
};
