import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, type Place } from '../place';
import { isIPv6Text, isPrefix, network } from '../values/address';

/** Limits of the networks of a cluster. Source: Talos `constants` and `config/types/k8s/network.go`. */
const limits = {
  /** Bits for hosts that a network has at least. */
  leastHostBits: 4,
  /** Bits for hosts that the network of services has at most. */
  mostServiceBits: 20,
  /** Bits for machines that the network of pods has at most. */
  mostNodeBits: 16,
  /** Length of a machine's own network where none is set. */
  nodeLength: { 4: 24, 6: 64 },
};

/** Networks of pods and services: as many of the one as of the other, one of a kind. */
const clusterNetwork: DocumentRule = (document) => {
  const [pods, services] = [document.at('podSubnets'), document.at('serviceSubnets')];
  const [four, six] = [document.at('nodeCIDRMaskSizeIPv4'), document.at('nodeCIDRMaskSizeIPv6')];
  const isMismatch = pods.items.length !== services.items.length;
  return [
    ...eachWrong(
      [four],
      ({ number }) => number >= 0 && number <= 32,
      'no length of a network',
      'correct it',
      '1 to 32',
    ),
    ...eachWrong(
      [six],
      ({ number }) => number >= 0 && number <= 128,
      'no length of a network',
      'correct it',
      '1 to 128',
    ),
    ...subnets(pods, (place) => isPodNetwork(place.text, nodeLength(place.text, four, six))),
    ...subnets(services, ({ text }) => hostBits(text) <= limits.mostServiceBits),
    ...(isMismatch ? [services.problem('not as many networks as of pods', 'give each of them both families')] : []),
  ];
};

function subnets(place: Place, hasSize: (item: Place) => boolean): readonly Problem[] {
  const { items } = place;
  const families = items.map(({ text }) => isIPv6Text(text));
  if (items.length === 0) return [place.problem('no network', 'name one')];
  const what = 'a network that the cluster cannot use';
  const allowed = `without host bits, and at least ${String(limits.leastHostBits)} bits for hosts`;
  return [
    ...(new Set(families).size < families.length
      ? [place.wrong('two networks of one family', 'keep one of each')]
      : []),
    ...eachWrong(items, ({ text }) => isUsable(text), what, 'correct it', allowed),
    ...eachWrong(
      items.filter(({ text }) => isUsable(text)),
      hasSize,
      'a network of the wrong size',
      'choose another length',
    ),
  ];
}

function isUsable(text: string): boolean {
  return isPrefix(text) && !network(text).hasHostBits && hostBits(text) >= limits.leastHostBits;
}

function hostBits(text: string): number {
  return (isIPv6Text(text) ? 128 : 32) - network(text).prefix;
}

/** Whether a network of pods has room for networks of machines; where their length is wrong, that is the problem. */
function isPodNetwork(text: string, length: number | undefined): boolean {
  if (length === undefined) return true;
  const nodes = length - network(text).prefix;
  return nodes >= 0 && nodes <= limits.mostNodeBits;
}

function nodeLength(text: string, four: Place, six: Place): number | undefined {
  const [given, most, otherwise] = isIPv6Text(text)
    ? [six.number, 128, limits.nodeLength[6]]
    : [four.number, 32, limits.nodeLength[4]];
  if (given < 0 || given > most) return undefined;
  return given === 0 ? otherwise : given;
}

export const clusterNetworkRules: Readonly<Record<string, DocumentRule>> = { KubeNetworkConfig: clusterNetwork };
